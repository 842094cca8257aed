package studycoach.health;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is asked of known paths, by GET or HEAD. */
final class Pages extends Handler.Abstract.NonBlocking {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  private final Map<String, Supplier<CompletableFuture<Page>>> pages;

  Pages(Map<String, Supplier<CompletableFuture<Page>>> pages) {
    this.pages = Map.copyOf(pages);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // all that can go wrong is answered in it
  public boolean handle(Request request, Response response, Callback callback) {
    Supplier<CompletableFuture<Page>> page = pages.get(Request.getPathInContext(request));
    if (page == null) {
      end(response, callback, HttpStatus.NOT_FOUND_404);
    } else if (!HttpMethod.GET.is(request.getMethod())
        && !HttpMethod.HEAD.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      end(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    } else {
      page.get()
          .whenComplete(
              (made, failure) -> {
                if (failure == null) {
                  show(made, response, callback);
                } else {
                  LOG.error("What was asked for could not be told", failure);
                  end(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
                }
              });
    }
    return true;
  }

  private static void show(Page page, Response response, Callback callback) {
    response.setStatus(page.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, page.text(), callback);
  }

  /** Without reading a body that may come. */
  private static void end(Response response, Callback callback, int status) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, "", callback);
  }
}

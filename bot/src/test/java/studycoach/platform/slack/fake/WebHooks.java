package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Slack's signed requests to an app. */
public final class WebHooks implements Carrier {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  /** How an app answered a request. */
  public record Reply(int status, String body) {}

  private final Deliveries deliveries;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URI address = URI.create("http://127.0.0.1:1/");

  WebHooks(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  void to(URI other) {
    address = other;
  }

  /** Asks whether the address is the app's, as when it is entered. */
  public Reply verifies(FakeApp app) {
    var body = Json.object().put("token", "verification-token").put("challenge", "a-challenge");
    return posts(app, body.put("type", "url_verification").toString(), Signature.GOOD);
  }

  /** Posts a body, JSON or else a form, and waits for the answer. */
  public Reply posts(FakeApp app, String body, Signature signature) {
    String type = body.startsWith("{") ? JSON : FORM;
    HttpRequest.Builder request = request(type, body);
    signature.sign(app, body).forEach(request::header);
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Reply(0, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(0, "");
    }
  }

  @Override
  public boolean carry(Envelope envelope) {
    String type = envelope.isEvent() ? JSON : FORM;
    String body =
        switch (envelope.type()) {
          case "events_api" -> envelope.payload().toString();
          case "slash_commands" -> form(envelope.payload());
          default -> "payload=" + encoded(envelope.payload().toString());
        };
    HttpRequest.Builder request = request(type, body);
    Signature.GOOD.sign(envelope.app(), body).forEach(request::header);
    if (envelope.attempt() > 0 && envelope.isEvent()) {
      request.header("X-Slack-Retry-Num", Integer.toString(envelope.attempt()));
      request.header("X-Slack-Retry-Reason", envelope.reason());
    }
    var unused =
        client
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
            .whenComplete((answer, problem) -> answered(envelope, answer, problem));
    return true;
  }

  private void answered(
      Envelope envelope, @Nullable HttpResponse<String> answer, @Nullable Throwable problem) {
    if (answer == null) {
      Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
      boolean late = cause instanceof HttpTimeoutException;
      deliveries.failed(envelope.id(), late ? "http_timeout" : "connection_failed");
    } else if (answer.statusCode() != 200) {
      deliveries.failed(envelope.id(), "http_error");
    } else {
      acknowledged(envelope, answer.body());
    }
  }

  private void acknowledged(Envelope envelope, String body) {
    try {
      deliveries.acknowledged(envelope.id(), carried(body));
    } catch (SlackError e) {
      deliveries.failed(envelope.id(), "http_error");
    }
  }

  /** A plain text answers a command. */
  private static JsonNode carried(String body) {
    return body.strip().startsWith("{") || body.isBlank()
        ? Json.parse(body)
        : Json.object().put("text", body);
  }

  private HttpRequest.Builder request(String type, String body) {
    return HttpRequest.newBuilder(address)
        .timeout(FakeInteraction.PATIENCE)
        .header("Content-Type", type)
        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String form(JsonNode payload) {
    var form = new StringBuilder();
    payload
        .properties()
        .forEach(
            field ->
                form.append(form.isEmpty() ? "" : "&")
                    .append(field.getKey())
                    .append('=')
                    .append(encoded(field.getValue().asText())));
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

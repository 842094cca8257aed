package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import studycoach.traffic.Traffic;

/** Makes Slack's client. */
final class Web {
  private static final int TOO_MANY = 429;
  private static final int LONGEST_SECONDS = 20;

  private Web() {}

  /**
   * A client.
   *
   * @param api in place of Slack's own address
   */
  static Slack client(Optional<URI> api, Traffic traffic) {
    com.slack.api.SlackConfig config = new com.slack.api.SlackConfig();
    config.setStatsEnabled(false); // Only its asynchronous client, which we don't use, needs them.
    api.ifPresent(url -> config.setMethodsEndpointUrlPrefix(url.toString()));
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .addInterceptor(new Once())
            .addInterceptor(chain -> counted(chain.proceed(chain.request()), traffic))
            .callTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
            .dispatcher(new Dispatcher())
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  private static Response counted(Response response, Traffic traffic) {
    if (response.code() == TOO_MANY) {
      traffic.tooMany();
    }
    return response;
  }
}

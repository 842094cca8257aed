package studycoach.platform.discord;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.ShardCacheView;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/** All shards, from the login to the goodbye. */
final class Connection implements AutoCloseable {
  private static final int TOO_MANY = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ShardManager shards;
  private final Object[] listeners;

  private Connection(ShardManager shards, Object... listeners) {
    this.shards = shards;
    this.listeners = listeners;
  }

  /**
   * Connects all shards.
   *
   * @param lost told the reason if Discord turns the bot away later
   * @throws PlatformException if Discord can't be reached or turns the bot away now
   */
  static Connection open(
      DiscordConfig config, Traffic traffic, Consumer<String> lost, EventListener... listeners) {
    Login login = new Login(config.shards(), lost);
    Connection connection =
        new Connection(
            builder(config, traffic, login, listeners).build(false), (Object[]) listeners);
    try {
      connection.shards.login();
      login.await();
      return connection;
    } catch (InvalidTokenException e) {
      throw connection.failed(Login.unknownToken(e));
    } catch (PlatformException e) {
      throw connection.failed(e);
    } catch (RuntimeException e) {
      throw connection.failed(
          new PlatformException("Discord could not be reached: " + e.getMessage(), e));
    }
  }

  private PlatformException failed(PlatformException reason) {
    close();
    return reason;
  }

  private static DefaultShardManagerBuilder builder(
      DiscordConfig config, Traffic traffic, Login login, EventListener... listeners) {
    RestConfig rest = new RestConfig();
    config.apiUrl().ifPresent(url -> rest.setBaseUrl(url.toString()));
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
                config.token(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
            .setRestConfig(rest)
            .setHttpClientBuilder(http(config, traffic))
            .setSessionController(new Gateway())
            .setRequestTimeoutRetry(false)
            .setEnableShutdownHook(false)
            .addEventListeners(login)
            .addEventListeners((Object[]) listeners);
    config
        .shards()
        .ifPresent(
            shards ->
                builder.setShardsTotal(shards.total()).setShards(shards.first(), shards.last()));
    return builder;
  }

  private static OkHttpClient.Builder http(DiscordConfig config, Traffic traffic) {
    return new OkHttpClient.Builder()
        .addInterceptor(new Pacer(config.processes()))
        .addInterceptor(
            chain -> {
              Response response = chain.proceed(chain.request());
              if (response.code() == TOO_MANY) {
                traffic.tooMany();
              }
              return response;
            });
  }

  /** Whether every shard is connected. */
  boolean isUp() {
    return shards.getShards().stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED);
  }

  ShardManager shards() {
    return shards;
  }

  /** For what has nothing to do with any one server. */
  JDA any() {
    return shards.getShards().get(0);
  }

  /** What happens from now on is told to nobody. */
  void stopHearing() {
    shards.removeEventListener(listeners);
  }

  @Override
  public void close() {
    ShardCacheView begun = shards.getShardCache(); // null as long as their number is unknown
    List<JDA> open = begun == null ? List.of() : begun.asList();
    shards.shutdown();
    try {
      for (JDA shard : open) {
        if (!shard.awaitShutdown(PATIENCE)) {
          shard.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

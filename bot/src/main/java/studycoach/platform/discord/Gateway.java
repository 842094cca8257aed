package studycoach.platform.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/**
 * Always connects to where the API says. JDA falls back to Discord's own address after a failed
 * connection, which is wrong if the API is another server's.
 */
final class Gateway extends ConcurrentSessionController {
  private volatile @Nullable String url;

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    ShardedGateway gateway = super.getShardedGateway(api);
    url = gateway.getUrl();
    return gateway;
  }

  @Override
  public String getGateway() {
    String known = url;
    return known == null ? super.getGateway() : known;
  }
}

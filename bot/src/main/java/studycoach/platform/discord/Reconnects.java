package studycoach.platform.discord;

import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import studycoach.traffic.Traffic;

/** Counts the connections that came back, whether or not Discord knew the session still. */
final class Reconnects extends ListenerAdapter {
  private final Traffic traffic;

  Reconnects(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    traffic.reconnected();
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    traffic.reconnected();
  }
}

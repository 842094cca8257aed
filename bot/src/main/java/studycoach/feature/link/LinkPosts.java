package studycoach.feature.link;

import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.link.Link;
import studycoach.study.link.Links;

/** The messages to those whose code was used. */
final class LinkPosts implements PostSource {
  static final String KIND = "link";

  private final Links links;
  private final LinkViews views;

  LinkPosts(Links links, LinkViews views) {
    this.links = links;
    this.views = views;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return links.find(subject).filter(link -> link.undoneAt().isEmpty()).isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Link link = links.find(subject).orElseThrow();
    return link.undoneAt()
        .map(at -> views.toldUndone(link, at))
        .orElseGet(() -> views.told(link, key));
  }
}

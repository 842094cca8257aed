package studycoach.engine;

import studycoach.chat.Origin;

/** Knows who may change the group that a person speaks from. */
@FunctionalInterface
public interface Organisers {

  boolean isOrganiser(Origin origin);
}

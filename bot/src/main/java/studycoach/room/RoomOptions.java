package studycoach.room;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a room is opened.
 *
 * @param data its folder
 * @param at where its clock stands; empty: the clock goes on by itself
 * @param seed decides all shuffling; empty: nobody can foretell it
 * @param starter who speaks first and may manage the room
 * @param zone of a group that the room makes
 */
public record RoomOptions(
    Path data,
    Path questions,
    String command,
    Optional<Instant> at,
    Optional<Long> seed,
    String starter,
    ZoneId zone) {}

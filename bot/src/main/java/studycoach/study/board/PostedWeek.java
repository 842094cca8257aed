package studycoach.study.board;

/**
 * A week of a group that is told of in posts: its boards, and the look back on it.
 *
 * @param id the subject of those posts
 */
public record PostedWeek(long id, long group, Period.Week week) {}

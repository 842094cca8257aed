/**
 * Boards and points: who has answered how much and how well, for a person who asks and once a week
 * for all. Read {@link studycoach.feature.leaderboard.LeaderboardFeature} first; the numbers come
 * from {@link studycoach.study.board.Boards}.
 */
@NullMarked
package studycoach.feature.leaderboard;

import org.jspecify.annotations.NullMarked;

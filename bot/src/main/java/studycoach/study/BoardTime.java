package studycoach.study;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** When a group's weekly board comes, by the wall clock of its zone. */
public record BoardTime(DayOfWeek day, LocalTime time) {}

package studycoach.recall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** A simulated learner's twelve weeks from the first question to the exam. */
final class Course {
  static final LocalDate START = LocalDate.of(2026, 1, 5);
  static final LocalDate EXAM = START.plusWeeks(12);
  private static final int BANK = 270;
  private static final int NEW_A_DAY = 5;

  private final List<Item> bank = new ArrayList<>();
  private final Map<LocalDate, Integer> reviews = new HashMap<>();

  private Course(Forgetting.Law law, long seed) {
    Random random = random(seed);
    Forgetting.Mind mind = Forgetting.Mind.random(random);
    for (int i = 0; i < BANK; i++) {
      bank.add(new Item(String.valueOf(i), law.question(mind, random.nextGaussian()), random));
    }
  }

  /** Seeds that follow one another give Random first numbers that do so too, so they are mixed. */
  private static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  /** With so many reviews a day at most. */
  static Course of(Forgetting.Law law, long seed, Practice practice, int most) {
    Course course = new Course(law, seed);
    course.run(practice, day -> most, random(~seed));
    return course;
  }

  /** The same learner in another practice, with as many reviews on each day as in this one. */
  static Course like(Course model, Forgetting.Law law, long seed, Practice practice) {
    Course course = new Course(law, seed);
    course.run(practice, day -> model.reviews.getOrDefault(day, 0), random(~seed));
    return course;
  }

  private interface Quota {
    int on(LocalDate day);
  }

  private void run(Practice practice, Quota quota, Random random) {
    int known = 0;
    for (LocalDate today = START; today.isBefore(EXAM); today = today.plusDays(1)) {
      if (today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        List<Item> chosen = practice.choose(bank.subList(0, known), today, quota.on(today), random);
        reviews.put(today, chosen.size());
        int before = known;
        known = Math.min(BANK, known + NEW_A_DAY);
        List<Item> asked = new ArrayList<>(chosen);
        asked.addAll(bank.subList(before, known));
        for (Item item : asked) {
          item.answer(today, random);
        }
      }
    }
  }

  /** The share of the bank that is recalled on exam day, 0 to 1. */
  double recalled() {
    return bank.stream().mapToDouble(item -> item.recall(EXAM)).average().orElseThrow();
  }

  int reviews() {
    return reviews.values().stream().mapToInt(Integer::intValue).sum();
  }
}

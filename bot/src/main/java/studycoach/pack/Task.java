package studycoach.pack;

/**
 * A task statement of an exam's blueprint.
 *
 * @param id as the blueprint numbers it, e.g. {@code 1.2}
 */
public record Task(String id, String title) {}

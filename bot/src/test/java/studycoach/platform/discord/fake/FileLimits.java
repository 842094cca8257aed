package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What Discord takes as files of a message. */
record FileLimits(Problems problems) {
  private static final int MOST = 10;
  private static final int LONGEST = 10 * 1024 * 1024;
  private static final int DESCRIPTION = 1_024;

  /**
   * Checks the files of a message.
   *
   * @param kept ids of the files that it has already
   */
  void check(JsonNode message, List<Upload> files, List<String> kept) {
    JsonNode told = message.path("attachments");
    problems.check(told.size() <= MOST && files.size() <= MOST, "attachments", "Too many files");
    List<String> known = Stream.concat(kept.stream(), files.stream().map(Upload::id)).toList();
    for (JsonNode one : told) {
      String id = one.path("id").asText();
      problems.check(known.contains(id), "attachments." + id, "Unknown attachment");
      problems.text(one, "attachments." + id, "description", 0, DESCRIPTION);
    }
    problems.distinct(Json.each(told).map(one -> one.path("id").asText()).toList(), "attachments");
    files.forEach(file -> file(file, told));
  }

  private void file(Upload file, JsonNode told) {
    String path = "files." + file.id();
    problems.check(file.part().matches("files\\[\\d+]"), path, "Not the name of a file's part");
    problems.check(file.name().matches("[\\w.-]{1,260}"), path, "Would be renamed: " + file.name());
    problems.check(file.bytes().length() <= LONGEST, path, "Request entity too large");
    problems.check(!file.bytes().isEmpty(), path, "File can not be empty");
    problems.check(file.isWhatItsNameSays(), path, "Is no PNG");
    boolean described =
        Json.each(told)
            .filter(one -> one.path("id").asText().equals(file.id()))
            .anyMatch(one -> !one.path("description").asText().isBlank());
    problems.check(described, path, "Nobody who can't see it is told what it says");
  }
}

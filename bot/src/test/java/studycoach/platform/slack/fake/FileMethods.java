package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Methods that take files. */
final class FileMethods {
  private static final int LONGEST = 1_000_000_000;
  private static final int LONGEST_ALT = 1_000;
  private static final String SCOPE = "files:write";

  static final List<ApiMethod> ALL =
      List.of(
          ApiMethod.of(
              "files.getUploadURLExternal",
              ApiMethod.TIER_4,
              "filename length alt_txt snippet_type",
              FileMethods::announced),
          ApiMethod.of(
              "files.completeUploadExternal",
              ApiMethod.TIER_4,
              "files channel_id channels initial_comment thread_ts",
              FileMethods::completed));

  private FileMethods() {}

  private static ObjectNode announced(Call call) {
    call.needs(SCOPE);
    String name = call.text("filename");
    int length = call.number("length", 0);
    if (name.isEmpty() || length < 1 || length > LONGEST) {
      call.slack().violated("files.getUploadURLExternal: " + name + " of " + length);
      throw new SlackError("invalid_arguments");
    }
    String alt = call.text("alt_txt");
    if (alt.isBlank() || alt.length() > LONGEST_ALT) {
      call.slack().violated("files.getUploadURLExternal: alt_txt of " + alt.length());
    }
    FakeFile file = call.slack().add(new FakeFile(call.workspace(), name, length, alt));
    return Call.ok()
        .put("upload_url", call.slack().web().url() + "upload/v1/" + file.id())
        .put("file_id", file.id());
  }

  /** What was posted to the address of a file. */
  static Answer uploaded(FakeSlack slack, String id, String content) {
    FakeFile file = slack.file(id).orElse(null);
    if (file == null) {
      return new Answer(404, Json.object(), java.util.Map.of());
    }
    if (!file.fits(content)) {
      slack.violated("upload of " + file.name() + ": not what was announced");
      return new Answer(400, Json.object(), java.util.Map.of());
    }
    file.uploaded(content);
    return Answer.of(Json.object());
  }

  private static ObjectNode completed(Call call) {
    call.needs(SCOPE);
    FakeChannel channel =
        call.workspace()
            .channelById(call.text("channel_id"))
            .filter(known -> known.botIn())
            .orElseThrow(() -> new SlackError("channel_not_found"));
    var shared = Json.object().put("text", call.text("initial_comment"));
    if (!call.text("thread_ts").isEmpty()) {
      shared.put("thread_ts", call.text("thread_ts"));
    }
    var files = shared.putArray("files");
    for (JsonNode one : call.arguments().path("files")) {
      FakeFile file =
          call.slack()
              .file(one.path("id").asText())
              .filter(known -> known.workspace == call.workspace() && known.isUploaded())
              .filter(FakeFile::share)
              .orElseThrow(() -> new SlackError("file_not_found"));
      files
          .addObject()
          .put("id", file.id())
          .put("name", file.name())
          .put("title", one.path("title").asText(file.name()))
          .put("alt_txt", file.alt());
    }
    if (files.isEmpty()) {
      call.slack().violated("files.completeUploadExternal: no files");
      throw new SlackError("invalid_arguments");
    }
    new Conversation(channel).posted(shared, null);
    return Call.ok().set("files", files.deepCopy());
  }
}

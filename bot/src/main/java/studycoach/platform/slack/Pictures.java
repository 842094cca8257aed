package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Block;
import studycoach.chat.ChatException;
import studycoach.chat.Message;

/**
 * Pictures, which Slack shows to one person alone nowhere but in direct messages. Those of a post
 * stand in a thread below it: blocks take only files that their readers have been shown before.
 */
record Pictures(Slack slack, Workspace workspace) {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final MediaType PNG = MediaType.get("image/png");

  /** Whether a message has pictures and Slack has taken them all, for a direct message. */
  boolean send(Message message, String user) {
    return send(message, files -> share(files, workspace.directs().with(user), null));
  }

  /** The same, for a thread below the message with this time in a channel. */
  boolean sendBelow(Message message, String channel, String ts) {
    return send(message, files -> share(files, channel, ts));
  }

  /** Lets somebody see files. */
  @FunctionalInterface
  private interface Sharing {
    void share(List<FileDetails> files) throws Calls.RefusedException, Calls.TooSoonException;
  }

  private boolean send(Message message, Sharing sharing) {
    if (message.images().isEmpty()) {
      return false;
    }
    try {
      List<FileDetails> files = new ArrayList<>();
      for (Block.Image image : message.images()) {
        files.add(FileDetails.builder().id(uploaded(image)).title(message.title()).build());
      }
      sharing.share(files);
      return true;
    } catch (Calls.RefusedException
        | Calls.TooSoonException
        | ChatException
        | IllegalStateException e) {
      LOG.warn("A picture could not be sent: {}", e.getMessage());
      return false;
    }
  }

  /** The file's id; nobody sees it yet. */
  private String uploaded(Block.Image image) throws Calls.RefusedException, Calls.TooSoonException {
    byte[] bytes = image.png().bytes();
    FilesGetUploadURLExternalResponse place =
        workspace
            .calls()
            .call(
                "files.getUploadURLExternal",
                client ->
                    client.filesGetUploadURLExternal(
                        r -> r.filename("picture.png").length(bytes.length).altTxt(image.alt())));
    Request request =
        new Request.Builder()
            .url(place.getUploadUrl())
            .post(RequestBody.create(bytes, PNG))
            .build();
    try (Response response = slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IllegalStateException("the upload failed with status " + response.code());
      }
    } catch (IOException e) {
      throw new ChatException("Slack did not take the upload", Duration.ZERO, e);
    }
    return place.getFileId();
  }

  private void share(List<FileDetails> files, String channel, @Nullable String parent)
      throws Calls.RefusedException, Calls.TooSoonException {
    workspace
        .calls()
        .call(
            "files.completeUploadExternal",
            client ->
                client.filesCompleteUploadExternal(
                    r -> r.files(files).channelId(channel).threadTs(parent)));
  }
}

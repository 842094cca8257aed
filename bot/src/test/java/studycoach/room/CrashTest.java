package studycoach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  @TempDir Path folder;

  /** The long trial is {@link CrashTrial}'s own. */
  @Test
  void losesNothingAndPostsNothingTwiceWhenKilled() throws IOException, InterruptedException {
    Path questions = Path.of("..", "questions");
    assertThat(Files.isDirectory(questions)).isTrue();

    CrashTrial.Result result = new CrashTrial(folder, questions, 1).run(1, 2);

    assertThat(result.violations()).isEmpty();
    assertThat(result.forced()).isEqualTo(2);
    assertThat(result.confirmed()).isPositive();
  }
}

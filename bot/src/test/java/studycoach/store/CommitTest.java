package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommitTest {
  @TempDir private Path folder;

  @Test
  void whatIsCommittedOutlivesAKillThoughTheFilesSpaceIsUsedAgain() throws Exception {
    CommitTrial trial = new CommitTrial(folder);

    assertThat(trial.run(6)).isEmpty();
    assertThat(trial.commits()).isGreaterThan(50);
  }
}

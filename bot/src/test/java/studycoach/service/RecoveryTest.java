package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.store.Outages;

class RecoveryTest {
  private final IllegalStateException away =
      new IllegalStateException(new SQLTransientConnectionException("no connection"));

  private final Outages outages = new Outages(() -> {});
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void whatWasCutShortIsTakenUpOnceAsSoonAsTheDatabaseIsBack() {
    assertThat(outages.isOne(away)).isTrue();
    try (Recovery recovery = new Recovery(outages, this::backAtTheSecondTry)) {
      assertThat(recovery).isNotNull();
      await().until(() -> outages.failures() == 0);
    }
    assertThat(tries).hasValue(2);
  }

  private void backAtTheSecondTry() {
    if (tries.incrementAndGet() == 1) {
      throw away;
    }
  }

  @Test
  void aFailureWhileAllIsTakenUpHasItTakenUpAgain() {
    outages.isOne(away);
    long known = outages.failures();
    outages.isOne(away);

    outages.end(known);

    assertThat(outages.failures()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
  void aServerThatIsAwayIsAnOutage(String state) {
    assertThat(outages.isOne(new IllegalStateException(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "40001"})
  void aStatementThatFailsIsNone(String state) {
    assertThat(outages.isOne(new IllegalStateException(new SQLException("", state)))).isFalse();
    assertThat(outages.isOne(new IllegalStateException())).isFalse();
    assertThat(outages.failures()).isZero();
  }
}

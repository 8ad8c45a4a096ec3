package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.app.Refused;
import org.demandwright.core.Words;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.run.RunStatus;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class RunLogTest {
  private static final Instant TWO = Instant.parse("2026-01-05T02:00:00Z");

  private final VersionFixture store = new VersionFixture(database());
  private final RunLog log =
      new RunLog(store.runs(), store.runDetails(), new AuditEventStore(store.sql()));

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  @Test
  void whatHappenedIsToldNewestFirst() {
    store.run(7, 1, "nightly", "contest", RunStatus.FAILED);
    store.run(8, 2, "nightly", "contest", RunStatus.COMPLETED);
    store.sql().update("delete from run_message");
    store
        .sql()
        .update(
            "update step_execution set starttime = ?, endtime = ?",
            Timestamp.from(TWO.plusSeconds(1)),
            Timestamp.from(TWO.plusSeconds(9)));
    store.sql().update("update job_execution set starttime = ?", Timestamp.from(TWO));
    store.runs().message(7, "contest", Words.literal("no more disk"), TWO.plusSeconds(5));
    store.runs().message(8, "contest", Words.literal("of another run"), TWO.plusSeconds(5));
    store.audit().record("job.stop", "job-execution/7", AuditTrail.NOTHING, AuditTrail.NOTHING);

    assertThat(log.of(7, Optional.empty(), 9).rows())
        .extracting(RunLog.Entry::what, RunLog.Entry::step, RunLog.Entry::status)
        .containsExactly(
            tuple(RunLog.What.ASKED, "", Optional.empty()),
            tuple(RunLog.What.STEP_ENDED, "contest", Optional.of(RunStatus.FAILED)),
            tuple(RunLog.What.SAID, "contest", Optional.empty()),
            tuple(RunLog.What.STEP_BEGAN, "contest", Optional.empty()),
            tuple(RunLog.What.BEGAN, "", Optional.empty()));
    assertThat(log.of(7, Optional.empty(), 3).rows().get(2).words())
        .contains(Words.literal("no more disk"));
    assertThatThrownBy(() -> log.of(9, Optional.empty(), 3)).isInstanceOf(Refused.class);
  }

  @Test
  void aRunThatSaidMuchIsToldInItsLastEntries() {
    store.run(7, 1, "nightly", "contest", RunStatus.FAILED);
    for (int i = 0; i <= RunLog.MOST; i++) {
      store.runs().message(7, "contest", Words.literal("said " + i), TWO.plusSeconds(i));
    }
    Optional<String> cursor = Optional.empty();
    int told = 0;
    do {
      var page = log.of(7, cursor, 300);
      told += page.rows().size();
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(told).isEqualTo(RunLog.MOST);
    assertThat(log.of(7, Optional.empty(), 1).rows().get(0).words())
        .contains(Words.literal("said " + RunLog.MOST));
  }
}

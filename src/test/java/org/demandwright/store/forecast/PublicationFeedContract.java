package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.demandwright.store.OneTransaction;
import org.demandwright.store.Stores;
import org.demandwright.store.sql.SchemaMigration;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** Whoever follows what is published misses nothing, whichever transaction ends first. */
abstract class PublicationFeedContract {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final List<String> PLANS = List.of("days", "months");

  /** The newest schema whose log is in the order of time. */
  private static final String BEFORE = "44";

  /** Longest time that a caller waits for another, seconds. */
  private static final int LONGEST_WAIT = 20;

  /** Returns an empty database. */
  abstract DataSource database() throws SQLException;

  private static PublicationLog.Shown shown(String plan, Instant at) {
    return new PublicationLog.Shown(
        plan, 1, Optional.empty(), PublicationKind.PUBLISHED, at, "ann", Optional.empty());
  }

  @Test
  void a_later_position_is_never_seen_before_an_earlier_one() throws Exception {
    DataSource database = database();
    PublicationLog reader = new PublicationLog(Stores.of(database).sql());
    try (OneTransaction slow = new OneTransaction(database);
        OneTransaction quick = new OneTransaction(database)) {
      new PublicationLog(new Sql(slow.dataSource())).add(shown("days", NOW.plusSeconds(9)));
      CompletableFuture<Void> second =
          CompletableFuture.runAsync(
              () -> {
                new PublicationLog(new Sql(quick.dataSource())).add(shown("months", NOW));
                commit(quick);
              });
      List<PublicationLog.Entry> read = new ArrayList<>(reader.after(PLANS, 0, 9));
      assertThat(read).as("neither is there, and the second waits").isEmpty();
      slow.commit();
      second.get(LONGEST_WAIT, TimeUnit.SECONDS);
      read.addAll(reader.after(PLANS, 0, 9));
      assertThat(read).extracting(e -> e.shown().plan()).containsExactly("days", "months");
      assertThat(reader.before(NOW.plusSeconds(5)))
          .as("the first that is newer stands in front")
          .isZero();
    }
  }

  private static void commit(OneTransaction transaction) {
    try {
      transaction.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_older_log_is_numbered_in_the_order_of_time() throws SQLException {
    DataSource database = database();
    SchemaMigration.of(database).target(BEFORE).load().migrate();
    Sql sql = new Sql(database);
    String insert =
        "insert into publication_log (changed_at, version_id, replaced, changed_by, kind, plan_name)"
            + " values (?, ?, ?, 'ann', ?, 'days')";
    sql.update(insert, NOW.plusSeconds(2), 1, 2, "ROLL_BACK");
    sql.update(insert, NOW, 1, null, "PUBLISH");
    sql.update(insert, NOW.plusSeconds(1), 2, 1, "PUBLISH");

    PublicationLog log = new PublicationLog(Stores.of(database).sql());
    log.add(shown("days", NOW.plusSeconds(3)));
    assertThat(log.after(PLANS, 0, 9))
        .extracting(e -> e.position() + " " + e.shown().kind() + " " + e.shown().versionId())
        .containsExactly("1 PUBLISHED 1", "2 PUBLISHED 2", "3 ROLLED_BACK 1", "4 PUBLISHED 1");
  }
}

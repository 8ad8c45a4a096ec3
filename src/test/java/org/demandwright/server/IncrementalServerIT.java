package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An import of what changed ends as if everything had been read anew: the short version of {@code
 * IntakeBench}, which measures how long that takes with ten million lines.
 */
@OnlyLong
class IncrementalServerIT {
  private static final long LINES = 100_000;

  @Test
  void an_incremental_import_ends_in_the_state_of_a_full_one() throws Exception {
    TestDatabase database = SharedPostgres.create("bulk_erp");
    BulkErp.load(database, LINES);
    TestErp erp = BulkErp.open(database);
    Path folder = PayaraServer.freshFolder("incremental");
    TestDatabase store = SharedPostgres.create("incremental_store");
    Map<String, String> before;
    Map<String, String> after;
    try (IncrementalIntake intake = new IncrementalIntake(erp, store, folder)) {
      intake.importSales();
      before = intake.store().digests();
      IncrementalIntake.liveOn(erp, LINES);
      intake.importSales();
      after = intake.store().digests();
    }
    assertThat(after).isNotEqualTo(before);
    assertThat(outcomes(store, "NEW")).isEqualTo(IncrementalIntake.NEW);
    assertThat(outcomes(store, "CHANGED")).isEqualTo(IncrementalIntake.CHANGED);
    assertThat(outcomes(store, "DELETED")).isEqualTo(IncrementalIntake.DELETED);

    TestDatabase other = SharedPostgres.create("rebuilt_store");
    Path otherFolder = PayaraServer.freshFolder("rebuilt");
    try (IncrementalIntake rebuilt = new IncrementalIntake(erp, other, otherFolder)) {
      rebuilt.importSales();
      assertThat(rebuilt.store().digests()).isEqualTo(after);
    }
  }

  /** Returns how many rows the last run counted so. */
  private static long outcomes(TestDatabase store, String outcome) throws Exception {
    try (Connection connection = store.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sum(line_count) from intake_account where outcome = '%s' and instance_id ="
                        .formatted(outcome)
                    + " (select max(instance_id) from intake_account)")) {
      row.next();
      return row.getLong(1);
    }
  }
}

package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.store.JobTables;
import org.demandwright.store.Stores;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a plan may be forecast from demand that another run has read. */
class FreshDemandTest {
  private static final Instant NIGHT = Instant.parse("2026-04-01T02:30:00Z");
  private static final Duration TEN_HOURS = Duration.ofHours(10);

  private Stores stores;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    JobTables.create(stores.sql());
  }

  @Test
  void beforeTheFirstImportNothingIs() {
    assertThat(fresh(0)).isFalse();
  }

  @Test
  void whatWasReadToTheEndStaysSoForAWhile() {
    read(101, "sum-sales", RunStatus.COMPLETED);
    assertThat(fresh(10)).isTrue();
    assertThat(fresh(11)).isFalse();
  }

  @Test
  void halfAnImportIsNot() {
    read(101, "sum-sales", RunStatus.FAILED);
    assertThat(fresh(1)).isFalse();
  }

  @Test
  void anImportThatBrokeOffAfterAGoodOneIsNot() {
    read(101, "sum-sales", RunStatus.COMPLETED);
    read(102, "import-lines", RunStatus.FAILED);
    assertThat(fresh(1)).isFalse();
  }

  @Test
  void whatWasJudgedAgainAloneIsNot() {
    read(101, "sum-sales", RunStatus.COMPLETED);
    stores.sql().update("update job_execution set jobparameters = ?", "replayOnly = true");
    assertThat(fresh(1)).isFalse();
  }

  private void read(long run, String lastStep, RunStatus status) {
    JobTables.run(stores.sql(), run, run, "nightly", lastStep, status);
    stores.runs().begin(run, "dw_sales_line", NIGHT);
  }

  private boolean fresh(int hoursLater) {
    Clock later =
        new Clock() {
          @Override
          public Instant now() {
            return NIGHT.plus(Duration.ofHours(hoursLater));
          }
        };
    return new FreshDemand(
            stores.runs(), new RunDetailStore(stores.sql()), new RunStore(stores.sql()), later)
        .within(TEN_HOURS);
  }
}

package org.demandwright.app.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of runs, or of rows in quarantine, takes as many statements as one of them. */
class PageOfQualityRunsTest {
  private static final int RUNS = 30;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private final CountedStatements statements = new CountedStatements();
  private VersionFixture store;
  private QualityRuns runs;
  private DataQuality quality;

  @BeforeEach
  void open() {
    store = new VersionFixture(statements.database());
    for (int i = 1; i <= RUNS; i++) {
      RunStatus status = i % 2 == 0 ? RunStatus.COMPLETED : RunStatus.FAILED;
      store.run(100 + i, i, "nightly", "inspect-demand", status);
      store.quality().begin(i, DAY.plusDays(i), Bucket.DAY, Instant.EPOCH.plusSeconds(i));
      store.quarantine("row " + (100 + i), i);
    }
    runs = new QualityRuns(store.runs(), store.runDetails(), store.quality(), store.intakeRuns());
    quality =
        new DataQuality(store.quality(), null, store.intakeRuns(), store.lines(), null, runs, null);
  }

  @Test
  void an_import_of_any_job_that_broke_off_is_told() {
    store.run(900, 900, "forecast-plan", "import-lines", RunStatus.FAILED);
    assertThat(runs.unfinished())
        .extracting(UnfinishedRun::job, UnfinishedRun::run)
        .containsExactly(tuple("forecast-plan", 900L));
    store.run(901, 901, "forecast-plan", "publish", RunStatus.COMPLETED);
    assertThat(runs.unfinished()).as("it found nothing to read anew").isEmpty();
    store.run(902, 902, "refresh-forecasts", "import-lines", RunStatus.FAILED);
    assertThat(runs.unfinished())
        .extracting(UnfinishedRun::job)
        .containsExactly("refresh-forecasts");
  }

  @Test
  void manyRunsTakeTheStatementsOfOne() {
    int one = statements.of(() -> quality.runs(Optional.empty(), 1));
    int many = statements.of(() -> assertThat(page()).hasSize(RUNS));
    assertThat(many).isEqualTo(one);
  }

  @Test
  void eachHasTheLastInspectionThatCameToItsEnd() {
    assertThat(page().subList(0, 3))
        .extracting(QualityRun::run, QualityRun::at, r -> r.inspection().orElseThrow().run())
        .containsExactly(
            tuple(130L, Instant.EPOCH.plusSeconds(30), 130L),
            tuple(129L, Instant.EPOCH.plusSeconds(29), 128L),
            tuple(128L, Instant.EPOCH.plusSeconds(28), 128L));
    assertThat(page().get(RUNS - 1).inspection()).as("the first one failed").isEmpty();
  }

  private List<QualityRun> page() {
    return quality.runs(Optional.empty(), RUNS).rows();
  }

  @Test
  void manyRowsInQuarantineTakeTheStatementsOfOne() {
    int one =
        statements.of(
            () ->
                quality.quarantine(
                    DataScope.unrestricted(), Optional.empty(), Optional.empty(), 1));
    int many =
        statements.of(
            () ->
                assertThat(
                        quality
                            .quarantine(
                                DataScope.unrestricted(), Optional.empty(), Optional.empty(), RUNS)
                            .rows())
                    .extracting(QuarantineRecord::run)
                    .startsWith(101L, 102L)
                    .hasSize(RUNS));
    assertThat(many).isEqualTo(one);
  }
}

package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Wordbook;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of runs takes as many statements as one run. */
class PageOfRunsTest {
  private static final int RUNS = 40;

  private final CountedStatements statements = new CountedStatements();
  private JobControl control;

  @BeforeEach
  void runs() {
    VersionFixture store = new VersionFixture(statements.database());
    for (int i = 1; i < RUNS; i++) {
      store.run(i, 100 + i, "nightly", "contest", RunStatus.COMPLETED);
    }
    store.run(
        RUNS, 100 + RUNS - 1, "nightly", "contest", RunStatus.FAILED); // the last one, once more
    control =
        new JobControl(
            null,
            null,
            store.runs(),
            new JobRuns(store.runs(), store.runDetails(), new Clock()),
            null,
            null,
            null);
  }

  @Test
  void manyRunsTakeTheStatementsOfOne() {
    int one = statements.of(() -> control.runs(Optional.empty(), 1));
    int many = statements.of(() -> assertThat(page()).hasSize(RUNS));
    assertThat(many).isEqualTo(one);
  }

  @Test
  void eachHasItsOwnStepsAndNotes() {
    assertThat(page().subList(0, 3))
        .extracting(
            JobRun::executionId,
            JobRun::restartable,
            r -> r.notes().get(0).said(Wordbook.english()),
            r -> r.steps().get(0).done(),
            r -> r.steps().get(0).status())
        .containsExactly(
            tuple(40L, true, "contest: ten of run 40", 20L, RunStatus.FAILED),
            tuple(39L, false, "contest: ten of run 39", 20L, RunStatus.COMPLETED),
            tuple(38L, false, "contest: ten of run 38", 10L, RunStatus.COMPLETED));
  }

  private List<JobRun> page() {
    return control.runs(Optional.empty(), RUNS).rows();
  }
}

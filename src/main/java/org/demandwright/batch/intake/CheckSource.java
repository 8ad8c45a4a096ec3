package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Wordbook;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.core.Words;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Ends the run before it changes anything if a source does not answer; what else is wrong with the
 * views of the ERP goes into the log and into the run's message.
 */
@Named
@Dependent
public class CheckSource extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(CheckSource.class.getName());

  private final ErpSource erp;
  private final DemandSources sources;
  private final ErpConnection connection;
  private final SalesLineStore lines;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  CheckSource(
      ErpSource erp,
      DemandSources sources,
      ErpConnection connection,
      SalesLineStore lines,
      RunStore runs,
      JobContext job,
      StepContext step,
      Clock clock) {
    this.erp = erp;
    this.sources = sources;
    this.connection = connection;
    this.lines = lines;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String process() {
    sources.followSettings();
    List<DemandSource> all = sources.all();
    for (DemandSource source : all) {
      List<String> problems = source.lines().problems();
      if (!problems.isEmpty()) {
        boolean first = source == all.get(0);
        throw new JobFailure(
            first
                ? Words.of("run.erp-unreadable", clauses(problems))
                : Words.of("run.source-unreadable", source.name(), clauses(problems)));
      }
    }
    ErpReport check = connection.beforeRun(lines.position(all.get(0).source()).isEmpty());
    List<String> unreadable = unreadable(check, erp.views());
    if (!unreadable.isEmpty()) {
      throw new JobFailure(Words.of("run.views-unreadable", clauses(unreadable)));
    }
    report(check);
    return RunStatus.COMPLETED.name();
  }

  private void report(ErpReport check) {
    LOG.log(Level.INFO, "Execution {0}: {1}", job.getExecutionId(), check.summary());
    List<Words> warnings = warnings(check);
    if (!warnings.isEmpty()) {
      Words words = Words.clauses(warnings);
      LOG.log(
          Level.WARNING, "Execution {0}: {1}", job.getExecutionId(), Wordbook.english().say(words));
      runs.message(job.getExecutionId(), step.getStepName(), words, clock.now());
    }
  }

  /** What the adapter says in sentences of its own, as they are. */
  private static Words clauses(List<String> said) {
    return Words.clauses(said.stream().map(Words::literal).toList());
  }

  /** What makes a view that is read unreadable: a column missing or of a wrong type, an error. */
  static List<String> unreadable(ErpReport check, Set<String> read) {
    return check.views().stream()
        .filter(v -> !v.readable() && read.contains(v.name()))
        .flatMap(v -> v.problems().stream().map(p -> v.name() + ": " + p))
        .toList();
  }

  /** What a check found in the rows; what the time did not suffice for is no warning. */
  static List<Words> warnings(ErpReport check) {
    List<Words> warnings = new ArrayList<>();
    check.views().forEach(v -> v.problems().forEach(p -> add(warnings, v.name() + ": " + p)));
    check.failing().stream().map(CheckSource::words).forEach(warnings::add);
    check.plans().stream()
        .filter(ErpReport.PagePlan::urgent)
        .forEach(p -> add(warnings, p.words()));
    check.rights().forEach(said -> add(warnings, said));
    check.remarks().forEach(said -> add(warnings, said));
    return warnings;
  }

  private static void add(List<Words> warnings, String said) {
    warnings.add(Words.literal(said));
  }

  private static Words words(ErpReport.Check check) {
    return check.rows() == 0
        ? Words.of("run.not-checked", check.problem(), check.failure().orElse(""))
        : Words.of("run.rows-found", check.problem(), check.rows(), check.ids().get(0));
  }
}

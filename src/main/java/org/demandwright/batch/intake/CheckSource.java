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
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Ends the run before it changes anything if the ERP's views do not answer; what else is wrong with
 * them goes into the log and into the run's message.
 */
@Named
@Dependent
public class CheckSource extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(CheckSource.class.getName());

  private final ErpSource erp;
  private final ErpConnection connection;
  private final SalesLineStore lines;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  CheckSource(
      ErpSource erp,
      ErpConnection connection,
      SalesLineStore lines,
      RunStore runs,
      JobContext job,
      StepContext step,
      Clock clock) {
    this.erp = erp;
    this.connection = connection;
    this.lines = lines;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String process() {
    List<String> problems = erp.problems();
    if (!problems.isEmpty()) {
      throw new JobFailure(
          "The ERP cannot be read. Check that its database runs and that dw.erp.url, dw.erp.user"
              + " and dw.erp.password are right; install the views of sql/erp and grant SELECT on"
              + " them to that user; then restart this run. What failed: "
              + String.join("; ", problems));
    }
    ErpReport check = connection.beforeRun(lines.position(IntakeAtWork.SOURCE).isEmpty());
    List<String> unreadable = unreadable(check, erp.views());
    if (!unreadable.isEmpty()) {
      throw new JobFailure(
          "The ERP's views do not give what the contract says, so that nothing was read. Mend them,"
              + " then restart this run; the page ERP checks them. "
              + String.join("; ", unreadable));
    }
    report(check);
    return RunStatus.COMPLETED.name();
  }

  private void report(ErpReport check) {
    LOG.log(Level.INFO, "Execution {0}: {1}", job.getExecutionId(), check.summary());
    List<String> warnings = warnings(check);
    if (!warnings.isEmpty()) {
      String text = String.join("; ", warnings);
      LOG.log(Level.WARNING, "Execution {0}: {1}", job.getExecutionId(), text);
      runs.message(job.getExecutionId(), step.getStepName(), text, clock.now());
    }
  }

  /** What makes a view that is read unreadable: a column missing or of a wrong type, an error. */
  static List<String> unreadable(ErpReport check, Set<String> read) {
    return check.views().stream()
        .filter(v -> !v.readable() && read.contains(v.name()))
        .flatMap(v -> v.problems().stream().map(p -> v.name() + ": " + p))
        .toList();
  }

  /** What a check found in the rows; what the time did not suffice for is no warning. */
  static List<String> warnings(ErpReport check) {
    List<String> warnings = new ArrayList<>();
    check.views().forEach(v -> v.problems().forEach(p -> warnings.add(v.name() + ": " + p)));
    check.failing().stream().map(CheckSource::words).forEach(warnings::add);
    check.plans().stream().filter(ErpReport.PagePlan::urgent).forEach(p -> warnings.add(p.words()));
    warnings.addAll(check.rights());
    warnings.addAll(check.remarks());
    return warnings;
  }

  private static String words(ErpReport.Check check) {
    return check.rows() == 0
        ? check.problem() + ": not checked, " + check.failure().orElse("")
        : "%s: %d rows, such as %s".formatted(check.problem(), check.rows(), check.ids().get(0));
  }
}

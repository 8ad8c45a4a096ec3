package org.demandwright.console.forecast;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.VersionControl;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.app.run.SettlePlan;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.console.frame.Wording;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.security.CallerScope;
import org.demandwright.store.forecast.VersionStatus;

/**
 * Prepares {@code planner/versions.xhtml}: what was forecast when, what was held back, what readers
 * see.
 */
@Named
@ViewScoped
public class VersionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 20;

  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject VersionControl control;
  @Inject ForecastPlans plans;
  @Inject SettlePlan settle;
  @Inject Wording wording;

  private final PlanChoice plan = new PlanChoice();
  private final Pager<VersionRecord> versions =
      new Pager<>(cursor -> queries.versions(scope.get(), chosenPlan(), cursor, ROWS));

  /** What the versions of a page bring their plans, and the rows of that page. */
  private transient Map<Long, String> brought;

  private transient List<VersionRecord> asked;

  /** The versions that are listed are those of the plan that is shown. */
  private Optional<String> chosenPlan() {
    return Optional.of(plan.name());
  }

  /** Opens the plan of the address. */
  public void open() {
    plan.keepTo(getPlans());
  }

  /** The plan whose versions are shown. */
  public PlanChoice getChoice() {
    return plan;
  }

  /** The plans to choose from. */
  public List<PlanRecord> getPlans() {
    return plans.readable();
  }

  public Pager<VersionRecord> getVersions() {
    return versions;
  }

  /** Whether there never was a version. */
  public boolean isNoVersion() {
    return !versions.isLessThere() && versions.getRows().isEmpty();
  }

  /** Whether readers see a version at all. */
  public boolean isPublished() {
    return queries.published(scope.get(), plan.chosen()).isPresent();
  }

  /** Whether a button makes sense: a finished version that readers do not see. */
  public boolean publishable(VersionRecord version) {
    return !version.current() && version.status() != VersionStatus.BUILDING;
  }

  /** How much of a version is not recommended to forecast, empty where nothing is. */
  public String notRecommended(VersionRecord version) {
    VersionRecord.NotRecommended n = version.notRecommended();
    return n.series() == 0
        ? ""
        : Texts.of("versions.notRecommended", n.series(), wording.part(n.share()));
  }

  /** How a version was made, and of when its models and weights are. */
  public String made(VersionRecord version) {
    return Texts.of(
        "versions.made." + version.made().training(), version.made().contestDay().toString());
  }

  /** What the leak audit of a version found, a dash where there was none. */
  public String audit(VersionRecord version) {
    return version
        .audit()
        .map(
            a ->
                a.leaks() == 0
                    ? Texts.of("versions.audit.clean", a.rows(), a.forecasts())
                    : Texts.of("versions.audit.leaks", a.leaks()))
        .orElse("–");
  }

  /** What the plan would take from a version, empty where its nights are made like it anyway. */
  public String brings(VersionRecord version) {
    List<VersionRecord> rows = versions.getRows();
    if (rows != asked) {
      asked = rows;
      brought =
          control.brings(
              rows.stream().filter(this::publishable).map(VersionRecord::versionId).toList());
    }
    return brought.getOrDefault(version.versionId(), "");
  }

  /** The plan by which scheduled runs forecast. */
  public PlanRecord getPlan() {
    return plans.readable(plan.name());
  }

  /** What is in force, in words. */
  public String getNights() {
    PlanSettings inForce = getPlan().inForce();
    return inForce.isEmpty() ? Texts.of("plan.open") : inForce.toString();
  }

  /** Publishes a version whose settings are those of its plan. */
  public void publish(long versionId) {
    attempt("versions.published", () -> control.publish(versionId, Optional.empty(), caller()));
  }

  /** Publishes a version that was made with other settings than its plan has. */
  public void publish(long versionId, boolean planTakesSettings) {
    attempt(
        "versions.published",
        () -> control.publish(versionId, Optional.of(planTakesSettings), caller()));
  }

  /** Gives the plan back to the configuration. */
  public void forgetPlan() {
    asked = null;
    try {
      scope.requireUnrestricted();
      settle.settle(getPlan().name(), Map.of(), Expected.anything(), caller());
      Messages.done("plan.forgotten", getNights());
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  public void rollBack() {
    attempt("versions.rolledBack", () -> control.rollBack(plan.name(), caller()));
  }

  private void attempt(String message, Supplier<VersionRecord> action) {
    versions.reload();
    asked = null;
    try {
      scope.requireUnrestricted();
      Messages.done(message, Long.toString(action.get().versionId()));
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }
}

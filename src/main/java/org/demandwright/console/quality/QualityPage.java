package org.demandwright.console.quality;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.app.demand.LayerRecord;
import org.demandwright.app.quality.DataQuality;
import org.demandwright.app.quality.IssueRecord;
import org.demandwright.app.quality.QualityRun;
import org.demandwright.app.quality.QualityRuns;
import org.demandwright.app.quality.QuarantineRecord;
import org.demandwright.app.quality.UnfinishedRun;
import org.demandwright.app.run.JobRun;
import org.demandwright.console.demand.CorrectionForm;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.security.CallerScope;
import org.demandwright.store.quality.ComparedValueStore;
import org.primefaces.PrimeFaces;

/**
 * Prepares {@code planner/quality.xhtml}: one run's account and issues, quarantine and corrections.
 */
@Named
@ViewScoped
public class QualityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 12;
  private static final int RUNS = 20;

  @Inject CallerScope scope;
  @Inject DataQuality quality;
  @Inject QualityRuns inspections;
  @Inject DemandCorrections corrections;

  private Long run;
  private Rule rule;
  private Severity severity;
  private String item;
  private final Pager<IssueRecord> issues = new Pager<>(this::issues);
  private final Pager<QuarantineRecord> quarantine =
      new Pager<>(cursor -> quality.quarantine(scope.get(), Optional.empty(), cursor, ROWS));
  private final Pager<LayerRecord> layers =
      new Pager<>(
          cursor -> corrections.all(scope.get(), Optional.empty(), Optional.empty(), cursor, ROWS));
  private final LineDrill lines = new LineDrill();
  private final CorrectionForm form = new CorrectionForm();
  private transient List<QualityRun> runs;
  private transient AccountTable account;
  private transient List<UnfinishedRun> unfinished;

  /** Runs that accounted for rows or inspected the demand, newest first. */
  public List<QualityRun> getRuns() {
    if (runs == null) {
      runs = quality.runs(Optional.empty(), RUNS).rows();
    }
    return runs;
  }

  /** Newer runs that did not come to their end, in words: what is shown is older than they are. */
  public List<String> getUnfinished() {
    if (unfinished == null) {
      unfinished = inspections.unfinished();
    }
    return unfinished.stream().map(this::words).toList();
  }

  private String words(UnfinishedRun u) {
    String which =
        Texts.of(
            "quality.unfinished",
            Long.toString(u.run()),
            u.job(),
            Texts.of("status." + u.status()));
    String rows = !u.accountMissing() ? "" : " " + Texts.of("quality.unfinished.account");
    return which + rows + (u.inspectionMissing() ? " " + inspected() : "");
  }

  private String inspected() {
    QualityRun.Inspection shown = getRuns().isEmpty() ? null : getAccount().inspection();
    return shown == null
        ? Texts.of("quality.unfinished.never")
        : Texts.of("quality.unfinished.earlier", Long.toString(shown.run()));
  }

  /** The account of the chosen run; only where there is one. */
  public AccountTable getAccount() {
    if (account == null) {
      account =
          AccountTable.of(
              quality.account(scope.get(), getRun()), quality.counts(scope.get(), getRun()));
    }
    return account;
  }

  /** Whether a part of the data is shown alone, without what counts all rows. */
  public boolean isPartial() {
    return !scope.get().isUnrestricted();
  }

  /** Forgets what was shown of the run before. */
  public void chooseRun() {
    account = null;
    search();
  }

  /** Looks for issues again from the first page. */
  public void search() {
    issues.restart();
  }

  /** Shows the issues of one rule. */
  public void only(Rule chosen) {
    rule = chosen;
    severity = null;
    search();
  }

  /** Why values of issues are not compared, in words; null where they are. */
  public String getNotCompared() {
    ComparedValueStore.Comparison comparison = quality.comparison(Optional.of(getRun()));
    String without = String.join(", ", comparison.without());
    return comparison.comparable()
        ? null
        : comparison
            .currency()
            .map(to -> Texts.of("quality.noRate", to, without))
            .orElseGet(() -> Texts.of("quality.noReporting", without));
  }

  public Pager<IssueRecord> getIssues() {
    return issues;
  }

  public Pager<QuarantineRecord> getQuarantine() {
    return quarantine;
  }

  public Pager<LayerRecord> getCorrections() {
    return layers;
  }

  /** Shows the lines that an issue rests on. */
  public void drill(IssueRecord issue) {
    lines.open(
        Texts.of("quality.lines.of", Texts.of("rule." + issue.finding().rule()), issue.itemName()),
        cursor -> quality.issueLines(scope.get(), issue.issueId(), cursor, LineDrill.ROWS));
  }

  /** Shows the rows behind a line of the account. */
  public void drill(QualityRun.Entry entry) {
    Optional<String> reason = entry.rule().isEmpty() ? Optional.empty() : Optional.of(entry.rule());
    lines.open(
        Texts.of("outcome." + entry.outcome()) + reason.map(r -> " · " + r).orElse(""),
        cursor ->
            quality.lines(
                scope.get(), entry.outcome(), reason, Optional.empty(), cursor, LineDrill.ROWS));
  }

  /** Reads every quarantined row again. */
  public void replay() {
    attempt(
        () -> {
          scope.requireUnrestricted();
          JobRun started = quality.replay(caller());
          return Texts.of("quality.replayed", Long.toString(started.executionId()));
        });
  }

  /** Prepares a correction of what an issue concerns. */
  public void correct(IssueRecord issue) {
    Finding f = issue.finding();
    form.begin(issue.seriesId().orElse(null), f.first(), f.last());
  }

  /** Prepares a correction of nothing yet. */
  public void correctAny() {
    form.begin(null, null, null);
  }

  /** Lays the correction of the form. */
  public void lay() {
    boolean laid =
        attempt(
            () -> {
              LayerRecord layer = corrections.add(scope.get(), form.request(), caller());
              return Texts.of("quality.laid", Long.toString(layer.layerId()));
            });
    PrimeFaces.current().ajax().addCallbackParam("laid", laid);
  }

  public void withdraw(long layerId) {
    attempt(
        () -> {
          corrections.withdraw(scope.get(), layerId, caller());
          return Texts.of("quality.withdrawn", Long.toString(layerId));
        });
  }

  private boolean attempt(Supplier<String> action) {
    layers.reload();
    try {
      Messages.info(action.get());
      return true;
    } catch (Refused refused) {
      Messages.refused(refused);
      return false;
    }
  }

  private Page<IssueRecord> issues(Optional<String> cursor) {
    DataQuality.IssueFilter filter =
        new DataQuality.IssueFilter(
            Optional.ofNullable(getRun()),
            Optional.ofNullable(rule),
            Optional.ofNullable(severity),
            Optional.ofNullable(item),
            Optional.empty(),
            Optional.empty());
    return quality.issues(scope.get(), filter, cursor, ROWS);
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  /** The run that is shown, at first the newest; null where there is none. */
  public Long getRun() {
    if (run == null && !getRuns().isEmpty()) {
      run = getRuns().get(0).run();
    }
    return run;
  }

  public void setRun(Long run) {
    this.run = run;
  }

  public Rule getRule() {
    return rule;
  }

  public void setRule(Rule rule) {
    this.rule = rule;
  }

  public Rule[] getRules() {
    return Rule.values();
  }

  public Severity getSeverity() {
    return severity;
  }

  public void setSeverity(Severity severity) {
    this.severity = severity;
  }

  public Severity[] getSeverities() {
    return Severity.values();
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item == null || item.isBlank() ? null : item.strip();
  }

  public LineDrill getLines() {
    return lines;
  }

  public CorrectionForm getForm() {
    return form;
  }
}

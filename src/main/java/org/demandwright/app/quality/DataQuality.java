package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobRun;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.LineOutcome;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.RunDayStore;

/**
 * The ledger of data quality: what became of every row of the ERP, what looks wrong in the demand,
 * and the rows behind both.
 */
@ApplicationScoped
public class DataQuality {
  private final QualityStore quality;
  private final ComparedValueStore compared;
  private final IntakeRunStore intake;
  private final LineStore lines;
  private final RunDayStore days;
  private final QualityRuns runs;
  private final JobControl jobs;

  @Inject
  DataQuality(
      QualityStore quality,
      ComparedValueStore compared,
      IntakeRunStore intake,
      LineStore lines,
      RunDayStore days,
      QualityRuns runs,
      JobControl jobs) {
    this.quality = quality;
    this.compared = compared;
    this.intake = intake;
    this.lines = lines;
    this.days = days;
    this.runs = runs;
    this.jobs = jobs;
  }

  DataQuality() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param run the number of the run at whose end the last inspection counts, empty = the newest
   */
  public record IssueFilter(
      Optional<Long> run,
      Optional<Rule> rule,
      Optional<Severity> severity,
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId) {}

  /** Returns runs that accounted for rows or inspected the demand, newest first. */
  @Transactional
  public Page<QualityRun> runs(Optional<String> cursor, int limit) {
    List<Long> instances = quality.runs(cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return new Page<>(runs.of(instances), page(instances, limit, id -> Cursors.of(id)).next());
  }

  /**
   * Returns where the rows of the ERP stood at the end of a run. It counts all rows: of them
   * nothing is told to whoever sees a part.
   */
  @Transactional
  public QualityRun.Account account(DataScope scope, long run) {
    long instanceId = runs.instance(run);
    List<QualityRun.Entry> all =
        intake
            .lastClosed(instanceId)
            .filter(closed -> scope.isUnrestricted())
            .map(intake::account)
            .orElse(List.of())
            .stream()
            .map(e -> new QualityRun.Entry(e.outcome(), e.rule(), e.lines(), e.quantity()))
            .toList();
    return new QualityRun.Account(
        runs.of(instanceId),
        all.stream()
            .filter(e -> e.outcome().ofErp())
            .sorted(Comparator.comparing(QualityRun.Entry::outcome))
            .toList(),
        all.stream().filter(e -> e.outcome() == LineOutcome.DERIVED).toList(),
        all.stream().filter(e -> e.outcome().brought()).toList());
  }

  /**
   * Returns how many issues the last inspection had found when a run ended, by rule and severity.
   */
  public List<QualityRun.Count> counts(DataScope scope, long run) {
    return runs
        .inspection(runs.instance(run))
        .map(i -> quality.counts(scope, i.instanceId()))
        .orElse(List.of())
        .stream()
        .map(c -> new QualityRun.Count(c.rule(), c.severity(), c.issues()))
        .toList();
  }

  /**
   * Returns issues of the last inspection that came to its end, the largest share of demand first.
   */
  @Transactional
  public Page<IssueRecord> issues(
      DataScope scope, IssueFilter filter, Optional<String> cursor, int limit) {
    long[] at = cursor.map(c -> Cursors.numbers(c, 4)).orElse(null);
    Optional<Long> instance = at == null ? inspected(filter.run()) : Optional.of(at[0]);
    if (instance.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<QualityStore.Issue> found =
        quality.page(
            scope,
            instance.get(),
            new QualityStore.Filter(
                filter.rule(), filter.severity(), filter.item(), filter.site(), filter.seriesId()),
            at == null
                ? QualityStore.Position.START
                : new QualityStore.Position(
                    Double.longBitsToDouble(at[1]), Double.longBitsToDouble(at[2]), at[3]),
            limit);
    long run = runs.number(instance.get());
    return new Page<>(
        found.stream().map(issue -> IssueRecord.of(issue, run)).toList(),
        page(found, limit, DataQuality::place).next());
  }

  /** Returns in what the values of the issues are compared that a run ended with. */
  @Transactional
  public ComparedValueStore.Comparison comparison(Optional<Long> run) {
    return inspected(run)
        .map(compared::comparison)
        .orElse(new ComparedValueStore.Comparison(Optional.empty(), List.of()));
  }

  private Optional<Long> inspected(Optional<Long> run) {
    return runs.inspection(run.map(runs::instance).orElse(Long.MAX_VALUE - 1))
        .map(QualityStore.Inspection::instanceId);
  }

  private static String place(QualityStore.Issue issue) {
    return Cursors.of(
        issue.instanceId(),
        Double.doubleToLongBits(issue.place().share()),
        Double.doubleToLongBits(issue.place().value()),
        issue.issueId());
  }

  /** Returns the last inspection that came to its end; empty where there was none yet. */
  @Transactional
  public Optional<QualityRun.Inspection> lastInspection(Optional<Long> run) {
    return inspected(run).map(runs::of).flatMap(QualityRun::inspection);
  }

  /** Returns the sales lines that an issue rests on, by day. */
  @Transactional
  public Page<SalesLine> issueLines(
      DataScope scope, long issueId, Optional<String> cursor, int limit) {
    QualityStore.Issue issue =
        quality
            .find(scope, issueId)
            .orElseThrow(
                () -> new Refused(Refused.Kind.NOT_FOUND, "There is no issue " + issueId + "."));
    LineStore.Position after = cursor.map(DataQuality::position).orElse(LineStore.Position.START);
    List<SalesLine> rows =
        issue
            .seriesId()
            .map(id -> lines.selected(id, issue.finding().lines(), after, limit))
            .orElseGet(
                () ->
                    lines.selected(
                        scope, issue.finding().subject(), issue.finding().lines(), after, limit));
    return page(rows, limit, l -> Cursors.ofTexts(l.bookedOn().toString(), l.lineId()));
  }

  /**
   * Returns rows of the ERP by what became of them.
   *
   * @param outcome USED, OPEN, EXCLUDED or DERIVED; quarantined rows have a list of their own
   * @param rule of EXCLUDED the reason
   * @param run the number of the run that brought them as they are, empty = any
   */
  public Page<SalesLine> lines(
      DataScope scope,
      LineOutcome outcome,
      Optional<String> rule,
      Optional<Long> run,
      Optional<String> cursor,
      int limit) {
    if ((outcome == LineOutcome.EXCLUDED) == rule.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Rows that are EXCLUDED are listed by their rule, such as CANCELLED; others have none.");
    }
    if (rule.isPresent() && !scope.isUnrestricted()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Rows that are EXCLUDED belong to no series: they are listed for accounts that may see"
              + " everything.");
    }
    List<SalesLine> rows =
        lines.standing(
            scope,
            rule,
            outcome == LineOutcome.DERIVED,
            outcome == LineOutcome.OPEN,
            asOf(run.map(runs::instance)),
            run.map(runs::instance),
            cursor.map(c -> Cursors.texts(c, 1)[0]).orElse(""),
            limit);
    return page(rows, limit, l -> Cursors.ofTexts(l.lineId()));
  }

  /** Returns the first day that the run did not know by whose account rows are told apart. */
  private Optional<LocalDate> asOf(Optional<Long> instanceId) {
    return intake
        .lastClosed(instanceId.orElse(Long.MAX_VALUE))
        .flatMap(days::asOf)
        .map(RunDayStore.AsOf::day);
  }

  /** Returns rows in quarantine, in the order of their identity. */
  public Page<QuarantineRecord> quarantine(
      DataScope scope, Optional<String> reason, Optional<String> cursor, int limit) {
    List<LineStore.Quarantined> found =
        lines.quarantined(scope, reason, cursor.map(c -> Cursors.texts(c, 1)[0]).orElse(""), limit);
    Map<Long, Long> numbers =
        runs.numbers(
            found.stream().map(LineStore.Quarantined::quarantinedBy).collect(Collectors.toSet()));
    List<QuarantineRecord> rows =
        found.stream().map(q -> QuarantineRecord.of(q, numbers.get(q.quarantinedBy()))).toList();
    return page(rows, limit, q -> Cursors.ofTexts(q.lineId()));
  }

  /** Starts a run that reads every quarantined row again and nothing else. */
  public JobRun replay(String by) {
    return jobs.start("import-sales", Map.of("replayOnly", "true"), by);
  }

  private static LineStore.Position position(String cursor) {
    String[] at = Cursors.texts(cursor, 2);
    return new LineStore.Position(Cursors.day(at[0]), at[1]);
  }

  private static <T> Page<T> page(List<T> rows, int limit, Function<T, String> cursor) {
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(cursor.apply(rows.get(rows.size() - 1))));
  }
}

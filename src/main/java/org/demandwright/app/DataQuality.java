package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.store.IntakeRunStore;
import org.demandwright.store.LineStore;
import org.demandwright.store.QualityStore;
import org.demandwright.store.RunDayStore;
import org.demandwright.store.RunStore;

/**
 * The ledger of data quality: what became of every row of the ERP, what looks wrong in the demand,
 * and the rows behind both.
 */
@ApplicationScoped
public class DataQuality {
  private static final List<String> STANDING = List.of("USED", "EXCLUDED", "QUARANTINED", "OPEN");
  private static final String DERIVED = "DERIVED";

  private final QualityStore quality;
  private final IntakeRunStore intake;
  private final LineStore lines;
  private final RunDayStore days;
  private final RunStore runs;
  private final JobControl jobs;

  @Inject
  DataQuality(
      QualityStore quality,
      IntakeRunStore intake,
      LineStore lines,
      RunDayStore days,
      RunStore runs,
      JobControl jobs) {
    this.quality = quality;
    this.intake = intake;
    this.lines = lines;
    this.days = days;
    this.runs = runs;
    this.jobs = jobs;
  }

  DataQuality() {
    this(null, null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param instanceId the run at whose end the last inspection counts, empty = the newest
   */
  public record IssueFilter(
      Optional<Long> instanceId,
      Optional<Rule> rule,
      Optional<Severity> severity,
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId) {}

  /** Returns runs that accounted for rows or inspected the demand, newest first. */
  @Transactional
  public Page<QualityRun> runs(Optional<String> cursor, int limit) {
    List<QualityRun> rows =
        quality.runs(cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit).stream()
            .map(this::run)
            .toList();
    return page(rows, limit, r -> Cursors.of(r.instanceId()));
  }

  /** Returns where the rows of the ERP stood at the end of a run. */
  @Transactional
  public QualityRun.Account account(long instanceId) {
    QualityRun run = known(instanceId);
    List<QualityRun.Entry> all =
        intake.lastClosed(instanceId).map(intake::account).orElse(List.of()).stream()
            .map(e -> new QualityRun.Entry(e.outcome(), e.rule(), e.lines(), e.quantity()))
            .toList();
    return new QualityRun.Account(
        run,
        all.stream()
            .filter(e -> STANDING.contains(e.outcome()))
            .sorted(Comparator.comparingInt(e -> STANDING.indexOf(e.outcome())))
            .toList(),
        all.stream().filter(e -> e.outcome().equals(DERIVED)).toList(),
        all.stream()
            .filter(e -> !STANDING.contains(e.outcome()) && !e.outcome().equals(DERIVED))
            .toList());
  }

  private QualityRun run(long instanceId) {
    String job = runs.newestOf(instanceId).map(RunStore.Execution::job).orElse("");
    Optional<QualityRun.Inspection> inspection = inspection(instanceId);
    Instant at =
        intake
            .knownAt(instanceId)
            .or(() -> inspection.map(QualityRun.Inspection::at))
            .orElse(Instant.EPOCH);
    return new QualityRun(instanceId, job, at, inspection);
  }

  private QualityRun known(long instanceId) {
    if (quality.runs(instanceId + 1, 1).contains(instanceId)) {
      return run(instanceId);
    }
    throw new Refused(
        Refused.Kind.NOT_FOUND,
        "Run %d neither accounted for rows nor inspected the demand: see /api/v1/data-quality/runs."
            .formatted(instanceId));
  }

  /** Returns the last inspection when a run had ended. */
  private Optional<QualityRun.Inspection> inspection(long instanceId) {
    return quality.inspections(instanceId + 1, 1).stream()
        .map(i -> new QualityRun.Inspection(i.instanceId(), i.asOf(), i.bucket(), i.at()))
        .findFirst();
  }

  /**
   * Returns how many issues the last inspection had found when a run ended, by rule and severity.
   */
  public List<QualityRun.Count> counts(long instanceId) {
    return inspection(instanceId)
        .map(i -> quality.counts(i.instanceId()))
        .orElse(List.of())
        .stream()
        .map(c -> new QualityRun.Count(c.rule(), c.severity(), c.issues()))
        .toList();
  }

  /** Returns issues, the largest effect first. */
  @Transactional
  public Page<IssueRecord> issues(IssueFilter filter, Optional<String> cursor, int limit) {
    Optional<Long> run =
        filter
            .instanceId()
            .map(id -> known(id).inspection())
            .orElseGet(() -> inspection(Long.MAX_VALUE - 1))
            .map(QualityRun.Inspection::instanceId);
    if (run.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long[] at = cursor.map(c -> Cursors.numbers(c, 3)).orElse(null);
    QualityStore.Position after =
        at == null
            ? QualityStore.Position.START
            : new QualityStore.Position(Double.longBitsToDouble(at[1]), at[2]);
    List<IssueRecord> rows =
        quality
            .page(
                at == null ? run.get() : at[0],
                new QualityStore.Filter(
                    filter.rule(),
                    filter.severity(),
                    filter.item(),
                    filter.site(),
                    filter.seriesId()),
                after,
                limit)
            .stream()
            .map(IssueRecord::of)
            .toList();
    return page(
        rows,
        limit,
        r ->
            Cursors.of(
                r.instanceId(), Double.doubleToLongBits(r.finding().effectUnits()), r.issueId()));
  }

  /** Returns the sales lines that an issue rests on, by day. */
  @Transactional
  public Page<LineRecord> issueLines(long issueId, Optional<String> cursor, int limit) {
    QualityStore.Issue issue =
        quality
            .find(issueId)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND,
                        "There is no issue " + issueId + ": see /api/v1/data-quality/issues."));
    LineStore.Position after = cursor.map(DataQuality::position).orElse(LineStore.Position.START);
    List<LineStore.Line> rows =
        issue
            .seriesId()
            .map(id -> lines.selected(id, issue.finding().lines(), after, limit))
            .orElseGet(
                () ->
                    lines.selected(
                        issue.finding().subject(), issue.finding().lines(), after, limit));
    return page(
        rows.stream().map(LineRecord::of).toList(),
        limit,
        l -> text(l.bookedOn() + "|" + l.lineId()));
  }

  /**
   * Returns rows of the ERP by what became of them.
   *
   * @param outcome USED, OPEN, EXCLUDED or DERIVED; quarantined rows have a list of their own
   * @param rule of EXCLUDED the reason
   * @param instanceId the run that brought them as they are, empty = any
   */
  public Page<LineRecord> lines(
      String outcome,
      Optional<String> rule,
      Optional<Long> instanceId,
      Optional<String> cursor,
      int limit) {
    if (outcome.equals("EXCLUDED") == rule.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Rows that are EXCLUDED are listed by their rule, such as rule=CANCELLED; others have"
              + " none.");
    }
    List<LineRecord> rows =
        lines
            .standing(
                rule,
                outcome.equals(DERIVED),
                outcome.equals("OPEN"),
                asOf(instanceId),
                instanceId,
                cursor.map(DataQuality::untext).orElse(""),
                limit)
            .stream()
            .map(LineRecord::of)
            .toList();
    return page(rows, limit, l -> text(l.lineId()));
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
      Optional<String> reason, Optional<String> cursor, int limit) {
    List<QuarantineRecord> rows =
        lines.quarantined(reason, cursor.map(DataQuality::untext).orElse(""), limit).stream()
            .map(QuarantineRecord::of)
            .toList();
    return page(rows, limit, q -> text(q.lineId()));
  }

  /** Starts a run that reads every quarantined row again and nothing else. */
  public JobRun replay(String by) {
    return jobs.start("import-sales", Map.of("replayOnly", "true"), by);
  }

  private static LineStore.Position position(String cursor) {
    String[] parts = untext(cursor).split("\\|", 2);
    if (parts.length == 2 && parts[0].matches("\\d{4}-\\d\\d-\\d\\d")) {
      return new LineStore.Position(LocalDate.parse(parts[0]), parts[1]);
    }
    throw notOurs(cursor);
  }

  private static String text(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static String untext(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notOurs(cursor);
    }
  }

  private static Refused notOurs(String cursor) {
    return new Refused(
        Refused.Kind.INVALID,
        "The cursor '" + cursor + "' is none of this list; use the one that the last page gave.");
  }

  private static <T> Page<T> page(List<T> rows, int limit, Function<T, String> cursor) {
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(cursor.apply(rows.get(rows.size() - 1))));
  }
}

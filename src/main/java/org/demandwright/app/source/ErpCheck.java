package org.demandwright.app.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.demandwright.erp.adapter.ErpAdapter;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.erp.adapter.Recognition;

/**
 * What a check of the ERP's connection found, as every door shows it.
 *
 * @param database product, version, user and schema in words
 * @param recognition which ERP it is, as sentences
 * @param installed what the views say they are, empty where they say nothing
 * @param candidates adapters whose tables are there
 * @param plans whether an index serves the views that are read page by page
 * @param lines what the sales lines are, empty where they cannot be read
 * @param rights what the user may do beyond {@code SELECT} on the views
 * @param unfinished what was stopped because it took too long
 * @param remarks what else is to be said
 */
public record ErpCheck(
    Status status,
    String database,
    List<String> recognition,
    Optional<Candidate> installed,
    List<Candidate> candidates,
    List<View> views,
    List<PagePlan> plans,
    List<Check> checks,
    Optional<Lines> lines,
    List<Sample> sample,
    List<String> rights,
    List<String> unfinished,
    List<String> remarks) {

  /** What is to be done. */
  public enum Status {
    /** Nothing. */
    READY,
    /** The ERP can be read, but something is to be mended. */
    ATTENTION,
    /** A view or a column is missing or wrong: the import would fail. */
    NOT_READABLE
  }

  /**
   * An adapter and one version of it.
   *
   * @param name as people call the ERP
   * @param answer what the ERP says its version is, empty where it could not be asked
   * @param exact whether the adapter knows that version, or this is the nearest
   * @param draft whether it was never run on a real database
   */
  public record Candidate(
      String erp, String name, String version, String answer, boolean exact, boolean draft) {

    static Candidate of(Recognition.Candidate c) {
      return new Candidate(
          c.adapter().erp(),
          c.adapter().name(),
          c.version().id(),
          c.answer().orElse(""),
          c.exact(),
          c.version().status() == ErpAdapter.Status.DRAFT);
    }

    static Candidate of(Recognition.Installed i) {
      return new Candidate(
          i.erp(), i.erp(), i.version(), "", true, i.status() == ErpAdapter.Status.DRAFT);
    }
  }

  /**
   * One view of the contract.
   *
   * @param readable whether it is there with every column of the right type, and answers
   * @param rows empty where they could not be counted
   */
  public record View(
      String name, boolean there, boolean readable, Optional<Long> rows, List<String> problems) {}

  /**
   * Whether an index serves the pages of a view.
   *
   * @param served YES, NO or UNKNOWN
   * @param urgent whether the view has so many rows that pages without an index take long
   */
  public record PagePlan(String view, String served, boolean urgent, String words) {
    /** Returns whether there is something to be said. */
    public boolean worthAWord() {
      return !served.equals("YES");
    }
  }

  /**
   * One query that must return no row.
   *
   * @param rows at most 1,000 are counted
   * @param ids of some of them
   * @param failure why it could not be run, empty where it was
   */
  public record Check(String script, String problem, int rows, List<String> ids, String failure) {

    public boolean passed() {
      return rows == 0 && failure.isEmpty();
    }
  }

  /** What the sales lines are; days are empty where there is no demand. */
  public record Lines(
      long total,
      long demand,
      long returns,
      long kits,
      List<Excluded> excluded,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Optional<LocalDateTime> lastChange) {

    static Lines of(ErpReport.Lines l) {
      return new Lines(
          l.total(),
          l.demand(),
          l.returns(),
          l.kits(),
          l.excluded().stream().map(e -> new Excluded(e.reason(), e.lines(), e.why())).toList(),
          l.firstDay(),
          l.lastDay(),
          l.lastChange());
    }
  }

  /** Lines that do not count, and why in a sentence. */
  public record Excluded(String reason, long lines, String why) {}

  /** A sales line as the view gives it; an empty text where it is null. */
  public record Sample(
      String lineId,
      String lineKind,
      String documentNo,
      String demandDate,
      String itemId,
      String siteId,
      String quantity,
      String uomId,
      String excludedBecause,
      String changedAt) {

    static Sample of(ErpReport.SampleLine l) {
      return new Sample(
          text(l.lineId()),
          text(l.lineKind()),
          text(l.documentNo()),
          text(l.demandDate()),
          text(l.itemId()),
          text(l.siteId()),
          text(l.quantity()),
          text(l.uomId()),
          text(l.excludedBecause()),
          text(l.changedAt()));
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }

  static ErpCheck of(ErpReport report) {
    return new ErpCheck(
        report.clean() ? Status.READY : report.readable() ? Status.ATTENTION : Status.NOT_READABLE,
        report.database(),
        report.recognition().words(),
        report.recognition().installed().map(Candidate::of),
        report.recognition().candidates().stream().map(Candidate::of).toList(),
        report.views().stream()
            .map(v -> new View(v.name(), v.there(), v.readable(), v.rows(), v.problems()))
            .toList(),
        report.plans().stream()
            .map(p -> new PagePlan(p.view(), p.served().name(), p.urgent(), p.words()))
            .toList(),
        report.checks().stream()
            .map(c -> new Check(c.script(), c.problem(), c.rows(), c.ids(), c.failure().orElse("")))
            .toList(),
        report.lines().map(Lines::of),
        report.sample().stream().map(Sample::of).toList(),
        report.rights(),
        report.unfinished(),
        report.remarks());
  }

  /** Returns the checks that returned a row or could not be run. */
  public List<Check> failing() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }

  /** Returns one sentence for the log: ERP, version, state and counts. */
  public String summary() {
    String erp =
        installed
            .map(i -> i.erp() + " " + i.version() + (i.draft() ? " (draft, never run)" : ""))
            .orElse("an ERP whose views do not name it");
    String counts =
        lines
            .map(
                l ->
                    "%d sales lines: %d demand, %d returns, %d excluded; demand from %s to %s"
                        .formatted(
                            l.total(),
                            l.demand(),
                            l.returns(),
                            l.excluded().stream().mapToLong(Excluded::lines).sum(),
                            l.firstDay().map(LocalDate::toString).orElse("-"),
                            l.lastDay().map(LocalDate::toString).orElse("-")))
            .orElse("sales lines not counted");
    return "ERP check: %s, %s, %s, %d of %d checks without a row%s"
        .formatted(
            erp,
            status,
            counts,
            checks.size() - failing().size(),
            checks.size(),
            unfinished.isEmpty() ? "" : "; the time did not suffice for everything");
  }
}

package org.demandwright.rest.source;

import java.util.List;
import java.util.Optional;
import org.demandwright.erp.adapter.ErpAdapter;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.erp.adapter.Recognition;

/**
 * What a check of the ERP's connection found, as the API says it.
 *
 * @param database product, version, user and schema in words
 * @param recognition which ERP it is, as sentences
 * @param installed what the views say they are, empty where they say nothing
 * @param candidates adapters whose tables are there
 * @param lacks what came after contract 2 and is not there, and what decisions lack therefore
 * @param plans whether an index serves the views that are read page by page
 * @param lines what the sales lines are, empty where they cannot be read
 * @param rights what the user may do beyond {@code SELECT} on the views
 * @param unfinished what was stopped because it took too long
 * @param remarks what else is to be said
 */
public record ErpCheck(
    ErpReport.Status status,
    String database,
    List<String> recognition,
    Optional<Candidate> installed,
    List<Candidate> candidates,
    List<ErpReport.View> views,
    List<ErpReport.Lack> lacks,
    List<ErpReport.PagePlan> plans,
    List<Check> checks,
    Optional<ErpReport.Lines> lines,
    List<Sample> sample,
    List<String> rights,
    List<String> unfinished,
    List<String> remarks) {

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
      return new Candidate(i.erp(), i.erp(), i.version(), "", true, i.draft());
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
    static Check of(ErpReport.Check c) {
      return new Check(c.script(), c.problem(), c.rows(), c.ids(), c.failure().orElse(""));
    }
  }

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
        report.status(),
        report.database(),
        report.recognition().words(),
        report.recognition().installed().map(Candidate::of),
        report.recognition().candidates().stream().map(Candidate::of).toList(),
        report.views(),
        report.lacks(),
        report.plans(),
        report.checks().stream().map(Check::of).toList(),
        report.lines(),
        report.sample().stream().map(Sample::of).toList(),
        report.rights(),
        report.unfinished(),
        report.remarks());
  }
}

package org.demandwright.rest.quality;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.Wordbook;
import org.demandwright.app.quality.IssueRecord;
import org.demandwright.app.quality.QualityRun;
import org.demandwright.app.quality.QuarantineRecord;
import org.demandwright.app.quality.UnfinishedRun;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.quality.Finding;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.store.intake.LineOutcome;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.run.RunStatus;

/** The words of {@link DataQualityResource}; absent = the ERP did not say or it concerns all. */
public final class QualityWire {
  private QualityWire() {}

  /**
   * A run.
   *
   * @param run its number, as on the page of the jobs: that of its newest execution
   * @param inspection the last one that had come to its end when the run ended, its own or one
   *     before; absent = none yet
   */
  public record Run(long run, String job, Instant at, Inspection inspection) {
    static Run of(QualityRun r) {
      return new Run(r.run(), r.job(), r.at(), r.inspection().map(Inspection::of).orElse(null));
    }
  }

  /**
   * A look at the demand.
   *
   * @param run the number of the run that looked
   * @param asOf the first day that it did not know
   * @param bucket the periods in which it looked for outliers
   */
  public record Inspection(long run, LocalDate asOf, Bucket bucket, Instant at) {
    static Inspection of(QualityRun.Inspection i) {
      return new Inspection(i.run(), i.asOf(), i.bucket(), i.at());
    }
  }

  /**
   * A run that did not come to its end, or has not yet: what is shown is older than what it was to
   * bring.
   *
   * @param status such as STARTED, FAILED or STOPPED
   * @param accountMissing whether it has not accounted for its rows
   * @param inspectionMissing whether it has not inspected the demand to the end
   */
  public record Unfinished(
      long run, String job, RunStatus status, boolean accountMissing, boolean inspectionMissing) {
    static Unfinished of(UnfinishedRun r) {
      return new Unfinished(
          r.run(), r.job(), r.status(), r.accountMissing(), r.inspectionMissing());
    }
  }

  /**
   * Rows of one outcome and rule.
   *
   * @param rule absent where the outcome has none
   * @param quantity base units over all items, returns negative
   */
  public record Entry(LineOutcome outcome, String rule, long rows, String quantity) {
    static Entry of(QualityRun.Entry e) {
      return new Entry(
          e.outcome(), Absent.where(e.rule()), e.lines(), Decimals.plain(e.quantity()));
    }
  }

  /** Issues of one rule and severity. */
  public record Count(String rule, String severity, long issues) {
    static Count of(QualityRun.Count c) {
      return new Count(c.rule().name(), c.severity().name(), c.issues());
    }
  }

  /**
   * Where every row of the ERP stood at the end of a run.
   *
   * @param rowsIn = used + excluded + quarantined + open
   * @param open lines wanted from the as-of day on
   * @param standing the same by rule
   * @param derived lines that the import made of kits, no rows of the ERP
   * @param brought what the run itself read and changed
   * @param issues what looked wrong, counted
   */
  public record Account(
      Run run,
      long rowsIn,
      long used,
      long excluded,
      long quarantined,
      long open,
      List<Entry> standing,
      List<Entry> derived,
      List<Entry> brought,
      List<Count> issues) {
    static Account of(QualityRun.Account a, List<QualityRun.Count> issues) {
      return new Account(
          Run.of(a.run()),
          a.rowsIn(),
          a.lines(LineOutcome.USED),
          a.lines(LineOutcome.EXCLUDED),
          a.lines(LineOutcome.QUARANTINED),
          a.lines(LineOutcome.OPEN),
          entries(a.standing()),
          entries(a.derived()),
          entries(a.brought()),
          issues.stream().map(Count::of).toList());
    }

    private static List<Entry> entries(List<QualityRun.Entry> entries) {
      return entries.stream().map(Entry::of).toList();
    }
  }

  /**
   * In what the values of issues are compared.
   *
   * @param currency the reporting currency, absent where none is set
   * @param without currencies that have no rate to it: as long as there is one, no values are
   *     compared
   */
  public record Comparison(String currency, List<String> without) {
    static Comparison of(ComparedValueStore.Comparison c) {
      return new Comparison(c.currency().orElse(null), c.without());
    }
  }

  /**
   * Something that looks wrong.
   *
   * @param lines how many lines it rests on; all are at {@code /issues/{id}/lines}
   * @param sample identities of some of the rows
   * @param effectUnits estimated base units by which demand is off
   * @param effectShare the same as a share of the demand of the series
   * @param effectValue what these units are worth at the mean price, absent where no price or more
   *     than one currency is known
   * @param effectCurrency of that value
   * @param reportedValue the same in the reporting currency, absent where there is none or no rate
   * @param meaning what it is
   * @param advice what to do
   */
  public record Issue(
      long issueId,
      long run,
      String rule,
      String severity,
      Long seriesId,
      String org,
      String item,
      String itemName,
      String site,
      String channel,
      LocalDate firstDay,
      LocalDate lastDay,
      long lines,
      List<String> sample,
      String effectUnits,
      String uom,
      double effectShare,
      String effectValue,
      String effectCurrency,
      String reportedValue,
      String meaning,
      String advice) {
    static Issue of(IssueRecord i) {
      Finding f = i.finding();
      return new Issue(
          i.issueId(),
          i.run(),
          f.rule().name(),
          f.severity().name(),
          i.seriesId().orElse(null),
          Absent.where(f.subject().org()),
          Absent.where(f.subject().item()),
          Absent.where(i.itemName()),
          Absent.where(f.subject().site()),
          Absent.where(f.subject().channel()),
          f.first(),
          f.last(),
          f.lines().count(),
          f.rows(),
          Decimals.units(f.effectUnits()),
          Absent.where(i.uom()),
          f.effectShare(),
          f.value().map(v -> Decimals.units(v.amount())).orElse(null),
          f.value().map(Finding.Money::currency).orElse(null),
          i.reported().map(v -> Decimals.units(v.amount())).orElse(null),
          Wordbook.english().say(f.meaning()),
          f.rule().advice());
    }
  }

  /** One row of the ERP as it was read. */
  public record Line(
      String lineId,
      String documentNo,
      String lineKind,
      LocalDate demandDate,
      String item,
      String customer,
      String quantity,
      String uom,
      String unitPrice,
      String netAmount,
      String currency,
      String flags,
      String excludedBecause,
      String derivedFrom) {
    static Line of(SalesLine l) {
      return new Line(
          l.lineId(),
          l.documentNo(),
          l.lineKind(),
          l.bookedOn(),
          l.itemId(),
          l.customerId(),
          Decimals.plain(l.quantity()),
          l.uomId(),
          Decimals.plain(l.unitPrice()),
          Decimals.plain(l.netAmount()),
          l.currency(),
          l.flags(),
          l.excludedBecause(),
          l.derivedFrom());
    }
  }

  /**
   * A row that could not be read.
   *
   * @param raw its columns as they came
   * @param source the name of the source that it is of
   */
  public record Quarantined(
      String lineId,
      String reason,
      String detail,
      JsonValue raw,
      Instant changedAt,
      long run,
      String source) {
    static Quarantined of(QuarantineRecord q) {
      try (JsonReader reader = Json.createReader(new StringReader(q.raw()))) {
        return new Quarantined(
            q.lineId(),
            q.reason(),
            Wordbook.english().say(q.detail()),
            reader.readValue(),
            q.changedAt(),
            q.run(),
            q.source());
      }
    }
  }
}

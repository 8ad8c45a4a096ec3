package org.demandwright.erp.adapter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a connection found.
 *
 * @param database product, version, user and schema in words
 * @param views one for each view of the contract that is there or must be
 * @param lacks what came after contract 2 and is not there
 * @param plans one for each view that is read page by page
 * @param checks one for each query of {@code sql/erp/checks} that came to an end and asks no
 *     unreadable view
 * @param lines what the sales lines are, empty where they cannot be read
 * @param sample the ten lines that changed last, then one of demand, returns and each reason that
 *     is not among them, at most twenty in all
 * @param rights what the user may do beyond {@code SELECT} on the views, as sentences
 * @param unfinished what was stopped because it took too long
 * @param remarks what else is to be said, such as adapters that cannot be read
 */
public record ErpReport(
    String database,
    Recognition recognition,
    List<View> views,
    List<Lack> lacks,
    List<PagePlan> plans,
    List<Check> checks,
    Optional<Lines> lines,
    List<SampleLine> sample,
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
   * One view of the contract.
   *
   * @param readable whether it is there with every column of the right type, and answers
   * @param rows empty where they could not be counted
   * @param lacks columns that came after contract 2 and are not there
   * @param problems what is missing, of a wrong type or null, and what to write
   */
  public record View(
      String name,
      boolean there,
      boolean readable,
      Optional<Long> rows,
      List<String> lacks,
      List<String> problems) {
    public View {
      lacks = List.copyOf(lacks);
      problems = List.copyOf(problems);
    }
  }

  /**
   * What views of contract 2 need not give, and what decisions lack therefore.
   *
   * @param columns that are not there, empty where the whole view is not
   * @param why in a sentence
   */
  public record Lack(String view, List<String> columns, String why) {
    public Lack {
      columns = List.copyOf(columns);
    }

    /** Returns the sentence that begins with what is not there. */
    public String words() {
      return columns.isEmpty()
          ? "%s is not there. %s".formatted(view, why)
          : "%s has no %s. %s".formatted(view, String.join(", ", columns), why);
    }
  }

  /**
   * Whether an index serves the pages of a view.
   *
   * @param urgent whether the view has so many rows that pages without an index take long
   */
  public record PagePlan(String view, Served served, boolean urgent, String words) {
    /** What the database's plan says. */
    public enum Served {
      YES,
      NO,
      /** The user may not ask for the plan. */
      UNKNOWN
    }

    /** Returns whether there is something to be said. */
    public boolean worthAWord() {
      return served != Served.YES;
    }
  }

  /**
   * One query that must return no row.
   *
   * @param script such as {@code sales_line.sql}
   * @param rows number of rows, at most {@link #MOST_ROWS}
   * @param ids of some of them
   * @param failure why it could not be run, empty where it was
   */
  public record Check(
      String script, String problem, int rows, List<String> ids, Optional<String> failure) {
    /** Rows are not counted beyond. */
    public static final int MOST_ROWS = 1_000;

    public Check {
      ids = List.copyOf(ids);
    }

    public boolean passed() {
      return rows == 0 && failure.isEmpty();
    }
  }

  /**
   * What the sales lines are.
   *
   * @param total every row of the view
   * @param demand rows that count as demand
   * @param returns rows that count as returns
   * @param kits of the rows that count as demand, those that are exploded
   * @param excluded the others by reason, the most frequent first
   * @param firstDay of demand
   * @param lastDay of demand
   * @param lastChange of any row, UTC
   */
  public record Lines(
      long total,
      long demand,
      long returns,
      long kits,
      List<Exclusion> excluded,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Optional<LocalDateTime> lastChange) {
    public Lines {
      excluded = List.copyOf(excluded);
    }

    private String summary() {
      return "%d sales lines: %d demand, %d returns, %d excluded; demand from %s to %s"
          .formatted(
              total,
              demand,
              returns,
              excluded.stream().mapToLong(Exclusion::lines).sum(),
              firstDay.map(LocalDate::toString).orElse("-"),
              lastDay.map(LocalDate::toString).orElse("-"));
    }
  }

  /** Lines that do not count, and why in a sentence. */
  public record Exclusion(String reason, long lines, String why) {}

  /** One sales line as the view gives it; every text may be null. */
  public record SampleLine(
      String lineId,
      String lineKind,
      String documentNo,
      String demandDate,
      String itemId,
      String siteId,
      String quantity,
      String uomId,
      String excludedBecause,
      String changedAt) {}

  public ErpReport {
    views = List.copyOf(views);
    lacks = List.copyOf(lacks);
    plans = List.copyOf(plans);
    checks = List.copyOf(checks);
    sample = List.copyOf(sample);
    rights = List.copyOf(rights);
    unfinished = List.copyOf(unfinished);
    remarks = List.copyOf(remarks);
  }

  /** Returns whether every view is there with every column of the right type. */
  public boolean readable() {
    return views.stream().allMatch(View::readable);
  }

  /** Returns whether there is nothing to mend. */
  public boolean clean() {
    return readable()
        && views.stream().allMatch(v -> v.problems().isEmpty())
        && plans.stream().noneMatch(PagePlan::urgent)
        && rights.isEmpty()
        && unfinished.isEmpty()
        && checks.stream().allMatch(Check::passed);
  }

  /** Returns what is to be done. */
  public Status status() {
    return clean() ? Status.READY : readable() ? Status.ATTENTION : Status.NOT_READABLE;
  }

  /** Returns the checks that returned a row or could not be run. */
  public List<Check> failing() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }

  /** Returns one sentence for the log: ERP, version, state and counts. */
  public String summary() {
    return "ERP check: %s, %s, %s, %d of %d checks without a row%s"
        .formatted(
            recognition.named(),
            status(),
            lines.map(Lines::summary).orElse("sales lines not counted"),
            checks.size() - failing().size(),
            checks.size(),
            unfinished.isEmpty() ? "" : "; the time did not suffice for everything");
  }
}

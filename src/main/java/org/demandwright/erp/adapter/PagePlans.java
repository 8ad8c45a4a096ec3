package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ErpReport.PagePlan;
import org.demandwright.erp.adapter.ErpReport.PagePlan.Served;
import org.demandwright.erp.adapter.ErpReport.View;

/**
 * Asks the database whether an index can serve a page of the views that are read page by page. A
 * page is asked for with values that stand nowhere else, and the plan says where they are compared:
 * in the condition of an index, or in a filter over every row.
 */
final class PagePlans {
  private static final int MOST_LINES = 2_000;

  /** With fewer rows a scan costs next to nothing. */
  private static final long MATTERS_FROM = 10_000;

  private static final String FROM = "1987-06-05 04:03:02.123457";
  private static final String KEY = "4611686018427387001";

  /** A page of the sales lines, and one of the stock ledger, as the import asks for them. */
  private static final List<Page> PAGES =
      List.of(
          new Page(
              "dw_sales_line",
              "changed_at, source_key",
              "changed_at > timestamp '"
                  + FROM
                  + "' and changed_at <= timestamp '1987-06-05 04:03:02.765431'"
                  + " order by changed_at, source_key, line_id",
              FROM),
          new Page(
              "dw_stock_ledger",
              "source_key",
              "source_key > " + KEY + " order by source_key",
              KEY));

  private static final Pattern PART_OF_UNION =
      Pattern.compile("(?i)\\b(?:UNION|EXCEPT|INTERSECT)\\b");
  private static final Pattern INDEX_OF_H2 = Pattern.compile("/\\* [\\w.\"$]+: [^/]*\\?\\d");

  private static final int LACKS_PRIVILEGES_OF_MARIADB = 1345;

  private record Page(String view, String index, String where, String value) {}

  /** What the database said to one question: a plan, or why it gives none. */
  private record Answer(String plan, SQLException failure) {}

  private final LimitedQueries queries;
  private final Dialect dialect;
  private final Map<Page, Answer> answers = new LinkedHashMap<>();

  /** Asks at once, since that is quick, of views that are there or not. */
  PagePlans(LimitedQueries queries) throws SQLException {
    this.queries = queries;
    this.dialect = Dialect.of(queries.connection());
    PAGES.forEach(page -> answers.put(page, answer(page)));
  }

  private Answer answer(Page page) {
    try {
      return new Answer(explained(page), null);
    } catch (SQLException e) {
      return new Answer("", e);
    }
  }

  /** Returns a plan for each view that is read page by page and that can be read. */
  List<PagePlan> of(List<View> views) {
    List<PagePlan> plans = new ArrayList<>();
    answers.forEach(
        (page, answer) ->
            views.stream()
                .filter(v -> v.name().equals(page.view()) && v.readable())
                .findFirst()
                .flatMap(v -> plan(page, answer, v.rows()))
                .ifPresent(plans::add));
    return plans;
  }

  private Optional<PagePlan> plan(Page page, Answer answer, Optional<Long> rows) {
    SQLException e = answer.failure();
    if (e == null) {
      return Optional.of(judged(page, rows, answer.plan()));
    }
    if (LimitedQueries.tooSlow(e)) {
      return Optional.empty();
    }
    String why =
        e.getErrorCode() == LACKS_PRIVILEGES_OF_MARIADB
            ? "MariaDB shows it to the owner of the tables alone: check once with the owner's user"
            : queries.words(e);
    return Optional.of(
        new PagePlan(
            page.view(),
            Served.UNKNOWN,
            false,
            "The plan of a page of " + page.view() + " cannot be asked for: " + why + "."));
  }

  private PagePlan judged(Page page, Optional<Long> rows, String plan) {
    boolean served =
        switch (dialect) {
          case H2 -> servedByH2(plan);
          case POSTGRESQL -> servedByPostgres(plan, page.value());
          case MARIADB -> servedByMariaDb(plan, page.value());
        };
    if (served) {
      return new PagePlan(
          page.view(), Served.YES, false, "An index serves each page of " + page.view() + ".");
    }
    boolean matters = rows.map(r -> r >= MATTERS_FROM).orElse(true);
    return new PagePlan(
        page.view(),
        Served.NO,
        matters,
        "No index can serve a page of %s: each page reads every row.%s Give %s as plain columns of one table, without cast, function, distinct or window, and make an index on them there; in a union in each of its parts (see \"Paging keys and indexes\" on the page Views over your ERP)."
            .formatted(
                page.view(),
                matters
                    ? ""
                    : " With so few rows (" + rows.orElse(0L) + ") that does not matter yet.",
                page.index()));
  }

  private String explained(Page page) throws SQLException {
    String query = "select * from " + page.view() + " where " + page.where();
    return switch (dialect) {
      case H2 -> text("explain " + query);
      case MARIADB -> text("explain format=json " + query);
      case POSTGRESQL -> withoutScans("explain (costs off) " + query);
    };
  }

  /** Small tables are scanned although there is an index: the question is whether one can serve. */
  private String withoutScans(String explain) throws SQLException {
    set("set enable_seqscan = off");
    try {
      return text(explain);
    } finally {
      set("reset enable_seqscan");
    }
  }

  private void set(String sql) throws SQLException {
    Connection connection = queries.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String explain) throws SQLException {
    return String.join("\n", queries.list(explain, MOST_LINES, row -> row.getString(1)));
  }

  /** A filter that compares the value reads rows that no index has sorted out. */
  static boolean servedByPostgres(String plan, String value) {
    return has(plan, line -> line.contains("Index Cond:") && line.contains(value))
        && !has(plan, line -> line.contains("Filter:") && line.contains(value));
  }

  /** Of each table that is compared with the value there must be a key that it could use. */
  static boolean servedByMariaDb(String plan, String value) {
    boolean asked = false;
    for (String table : plan.split("\"table_name\": ", -1)) {
      if (!table.startsWith("\"<") && table.contains(value)) {
        if (!table.contains("\"possible_keys\"")) {
          return false;
        }
        asked = true;
      }
    }
    return asked;
  }

  /** The plan writes the value as a parameter of the view; each part of a union has its own. */
  static boolean servedByH2(String plan) {
    return PART_OF_UNION.splitAsStream(plan).allMatch(part -> INDEX_OF_H2.matcher(part).find());
  }

  private static boolean has(String plan, Predicate<String> line) {
    return plan.lines().anyMatch(line);
  }
}

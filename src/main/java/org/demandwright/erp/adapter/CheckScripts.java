package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpReport.Check;
import org.demandwright.erp.adapter.ErpReport.Lack;

/**
 * Runs the queries of {@code sql/erp/checks}, each of which must return no row. A query gives the
 * problem in words and the identity of a row.
 */
final class CheckScripts {
  private static final Pattern PROBLEM =
      Pattern.compile("(?is)^select\\s+'([^']+)'\\s+as\\s+problem");
  private static final int SAMPLE = 5;

  private final LimitedQueries queries;
  private final Unfinished unfinished;

  /**
   * @param unfinished takes the queries that were stopped because of the time they took
   */
  CheckScripts(LimitedQueries queries, Unfinished unfinished) {
    this.queries = queries;
    this.unfinished = unfinished;
  }

  /**
   * Runs every check that can be run.
   *
   * @param unreadable views about which more need not be said
   * @param lacks what is not there, and need not be
   */
  List<Check> all(List<String> unreadable, List<Lack> lacks) {
    List<Check> checks = new ArrayList<>();
    for (SqlScript script : PackedScripts.checks()) {
      for (String query : script.statements()) {
        if (unreadable.stream().noneMatch(view -> asks(query, view)) && canBeAsked(query, lacks)) {
          run(script.name(), query).ifPresent(checks::add);
        }
      }
    }
    return checks;
  }

  /** Returns whether a query asks nothing that is lacking. */
  static boolean canBeAsked(String query, List<Lack> lacks) {
    return lacks.stream()
        .filter(lack -> asks(query, lack.view()))
        .allMatch(
            lack ->
                !lack.columns().isEmpty()
                    && lack.columns().stream().noneMatch(column -> asks(query, column)));
  }

  private static boolean asks(String query, String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(query).find();
  }

  private Optional<Check> run(String script, String query) {
    String problem = problem(query);
    try {
      List<String> ids =
          queries.list(query, Check.MOST_ROWS, row -> String.valueOf(row.getString(2)));
      List<String> sample = ids.stream().limit(SAMPLE).toList();
      return Optional.of(new Check(script, problem, ids.size(), sample, Optional.empty()));
    } catch (SQLException e) {
      if (LimitedQueries.tooSlow(e)) {
        unfinished.add("\"" + problem + "\"", e, queries);
        return Optional.empty();
      }
      return Optional.of(new Check(script, problem, 0, List.of(), Optional.of(queries.words(e))));
    }
  }

  private static String problem(String query) {
    Matcher problem = PROBLEM.matcher(query);
    if (!problem.find()) {
      throw new IllegalStateException(
          "A query of sql/erp/checks does not begin with select '…' as problem: " + query);
    }
    return problem.group(1);
  }
}

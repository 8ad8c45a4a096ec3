package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ViewScript.NewView;

/**
 * Tries the views of a script without making one: each runs as a query without rows, with the views
 * that it reads in front of it as common table expressions.
 */
final class Rehearsal {
  private static final Pattern HEAD =
      Pattern.compile("(?is)^create\\s+(?:or\\s+replace\\s+)?view\\s+(.*?)\\s+as\\s+(.*)$");

  private static final Pattern NESTED = Pattern.compile("(?is)^\\s*\\(?\\s*with\\b");

  private final LimitedQueries queries;
  private final Map<String, Body> bodies = new LinkedHashMap<>();

  /**
   * One view.
   *
   * @param head its name, and its columns where the statement names them
   */
  private record Body(String head, String query) {
    boolean reads(String view) {
      return Pattern.compile("(?i)\\b" + view + "\\b").matcher(query).find();
    }
  }

  /**
   * @param views in the order in which they are made; of two of one name the last one counts
   */
  Rehearsal(LimitedQueries queries, List<NewView> views) {
    this.queries = queries;
    for (NewView view : views) {
      Matcher parts = HEAD.matcher(view.statement());
      if (parts.matches()) {
        bodies.put(view.name(), new Body(parts.group(1), parts.group(2)));
      }
    }
  }

  /** Returns what would go wrong, view by view; empty where nothing would. */
  List<String> problems() throws SQLException {
    List<String> problems = new ArrayList<>();
    ViewChecks checks = new ViewChecks(queries, new Unfinished(), contract());
    for (String view : bodies.keySet()) {
      if (nestsOnH2(view)) {
        continue;
      }
      try {
        if (CanonicalViews.names().contains(view)) {
          checks.shape(view, query(view)).problems().forEach(p -> problems.add(view + ": " + p));
        } else {
          queries.list(query(view) + " where 1 = 0", 1, row -> 1);
        }
      } catch (SQLException e) {
        problems.add(view + ": " + queries.words(e));
      }
    }
    return problems;
  }

  /** What the views will say they fulfil; a script whose row cannot be read says so elsewhere. */
  private int contract() {
    try {
      return makes("dw_adapter")
          ? AdapterClaim.read(queries, query("dw_adapter"))
              .map(AdapterClaim::contract)
              .orElse(CanonicalViews.OLDEST)
          : CanonicalViews.OLDEST;
    } catch (SQLException e) {
      return CanonicalViews.OLDEST;
    }
  }

  /** H2 does not find a common table expression inside another. */
  private boolean nestsOnH2(String view) throws SQLException {
    return Dialect.of(queries.connection()) == Dialect.H2
        && needed(view).values().stream().anyMatch(b -> NESTED.matcher(b.query()).find());
  }

  /** Returns a query that gives the rows of a view that is not made yet. */
  String query(String view) {
    StringBuilder with = new StringBuilder();
    needed(view)
        .forEach(
            (name, body) ->
                with.append(with.isEmpty() ? "with " : ", ")
                    .append(body.head())
                    .append(" as (")
                    .append(body.query())
                    .append("\n)"));
    return with + " select * from " + view;
  }

  private Map<String, Body> needed(String view) {
    Map<String, Body> needed = new LinkedHashMap<>();
    collect(view, needed);
    return needed;
  }

  /** What a view reads comes before it; a later one it cannot read. */
  private void collect(String view, Map<String, Body> needed) {
    for (String earlier : bodies.keySet()) {
      if (earlier.equals(view)) {
        break;
      }
      if (!needed.containsKey(earlier) && bodies.get(view).reads(earlier)) {
        collect(earlier, needed);
      }
    }
    needed.put(view, bodies.get(view));
  }

  boolean makes(String view) {
    return bodies.containsKey(view);
  }
}

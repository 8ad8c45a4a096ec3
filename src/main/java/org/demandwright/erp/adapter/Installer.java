package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.adapter.ViewInstallation.Result;
import org.demandwright.erp.adapter.ViewInstallation.Wish;
import org.demandwright.erp.adapter.ViewScript.NewView;

/** Replaces the views of an adapter: first says what that means, then drops, creates and grants. */
public final class Installer {
  /** How long one view may be tried. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Connection connection;
  private final Wish wish;
  private final Dialect dialect;
  private final TableNames tables;
  private final ViewScript script;
  private final List<String> done = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Optional<Step> usage = Optional.empty();

  public Installer(Connection connection, Wish wish) throws SQLException {
    this.connection = connection;
    this.wish = wish;
    this.dialect = Dialect.of(connection);
    this.tables = TableNames.of(connection);
    this.script =
        ViewScript.of(
            AdapterScript.of(wish.adapter(), wish.version(), wish.parameters(), tables::has));
  }

  /** Returns the statements that take the views back, the last one first. */
  public static AdapterScript drop(ErpAdapter adapter, String version) {
    List<String> names =
        ViewScript.of(AdapterScript.of(adapter, version, adapter.defaults(), t -> true)).names();
    StringBuilder text = new StringBuilder("-- Takes back the views of " + adapter.name() + ".\n");
    drops(!adapter.databases().contains(Dialect.H2), names)
        .forEach(drop -> text.append("drop view if exists ").append(drop).append(";\n"));
    return new AdapterScript(AdapterScript.fileName(adapter, version, "-drop"), text.toString());
  }

  public Result install() throws SQLException {
    requireDatabase();
    List<String> keeps = names(this::keeps);
    List<String> replaces = names(v -> tables.has(v.name()) && !keeps(v));
    List<String> creates = names(v -> !tables.has(v.name()));
    requireOwn(replaces);
    Optional<String> reader = wish.grantTo().map(user -> Grants.quoted(dialect, user));
    keptSettings();
    if (wish.dryRun()) {
      Optional<String> wrong = rehearse();
      return new Result(true, replaces, creates, keeps, List.of(), remarks, wrong);
    }
    Set<String> readers = new TreeSet<>(Grants.readers(connection, dialect));
    reader.ifPresent(readers::add);
    reader.ifPresent(user -> schema().ifPresent(s -> usage = Optional.of(usage(s, user))));
    Optional<String> failure = run(statements(replaces, readers));
    if (failure.isEmpty()) {
      missing().ifPresent(remarks::add);
      claims("select * from dw_adapter");
    }
    return new Result(false, replaces, creates, keeps, done, remarks, failure);
  }

  /** Tries what is to be made, and makes nothing. */
  private Optional<String> rehearse() throws SQLException {
    List<NewView> made = script.views().stream().filter(view -> !keeps(view)).toList();
    Rehearsal rehearsal =
        new Rehearsal(new LimitedQueries(connection, PATIENCE, PATIENCE.multipliedBy(10)), made);
    List<String> problems = new ArrayList<>(rehearsal.problems());
    missing().ifPresent(problems::add);
    if (rehearsal.makes("dw_adapter") && problems.stream().noneMatch(ofAdapter())) {
      claims(rehearsal.query("dw_adapter"));
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("Nothing was changed. To mend first: " + String.join("; ", problems) + ".");
  }

  private static Predicate<String> ofAdapter() {
    return problem -> problem.startsWith("dw_adapter:");
  }

  /** A view that the adapter does not make, and that is not there either. */
  private Optional<String> missing() {
    List<String> missing =
        CanonicalViews.names().stream()
            .filter(name -> !script.names().contains(name) && !tables.has(name))
            .filter(name -> !CanonicalViews.isOptional(name))
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the adapter makes no view %s: add it to a script of version.%s.scripts, empty where the ERP has nothing of the kind (\"The other views\" on the page Views over your ERP)"
                .formatted(String.join(", ", missing), wish.version()));
  }

  private void claims(String query) throws SQLException {
    if (script.names().contains("dw_adapter")) {
      ErpAdapter.Version version = wish.adapter().version(wish.version());
      AdapterClaim.read(new LimitedQueries(connection, PATIENCE, PATIENCE), query)
          .ifPresent(claim -> remarks.addAll(claim.against(wish.adapter(), version)));
    }
  }

  /** What the administrator decided stays; a parameter that is given now does not change it. */
  private void keptSettings() {
    for (NewView view : script.views()) {
      Set<String> without = new TreeSet<>(wish.parameters().keySet());
      without.retainAll(wish.adapter().parametersOf(view.name()));
      if (keeps(view) && !without.isEmpty()) {
        remarks.add(
            "%s is kept as it is, so that the parameter %s has no effect on it: install with resetSettings to make it anew, or change the view by hand."
                .formatted(view.name(), String.join(", ", without)));
      }
    }
  }

  /** The schema that a reader must be let into: PostgreSQL, anywhere but in public. */
  private Optional<String> schema() {
    return Optional.of(tables.current())
        .filter(s -> dialect == Dialect.POSTGRESQL && !s.equals("public"));
  }

  private static Step usage(String schema, String user) {
    return new Step(
        "granted USAGE on schema " + schema + " to " + user,
        "grant usage on schema \"" + schema.replace("\"", "\"\"") + "\" to " + user);
  }

  private void requireDatabase() {
    if (!wish.adapter().databases().contains(dialect)) {
      throw new UnusableErp(
          "The adapter %s is written for %s; this database is %s."
              .formatted(wish.adapter().erp(), wish.adapter().databases(), dialect));
    }
    if (!tables.inCurrent().containsAll(wish.adapter().tables())) {
      Set<String> missing = new TreeSet<>(wish.adapter().tables());
      missing.removeAll(tables.inCurrent());
      throw new UnusableErp(
          "The views of %s cannot stand in schema %s: it has no table %s. Connect to the schema of the ERP's tables."
              .formatted(wish.adapter().name(), tables.current(), String.join(", ", missing)));
    }
  }

  /** What was there before Demandwright is not taken away unless somebody says so. */
  private void requireOwn(List<String> replaces) throws SQLException {
    Set<String> views = views();
    List<String> noViews = replaces.stream().filter(name -> !views.contains(name)).toList();
    if (!noViews.isEmpty()) {
      throw new UnusableErp(
          "%s is a table and no view: it is never replaced. Rename it, then install again."
              .formatted(String.join(", ", noViews)));
    }
    if (!replaces.isEmpty() && !tables.has("dw_adapter") && !wish.replaceForeign()) {
      throw new UnusableErp(
          "%s stand there already, and nothing says that Demandwright made them (there is no dw_adapter). If they may be replaced, say so by replaceForeign."
              .formatted(String.join(", ", replaces)));
    }
  }

  private Set<String> views() throws SQLException {
    Set<String> views = new TreeSet<>();
    String catalog = connection.getCatalog();
    String schema = dialect == Dialect.MARIADB ? null : connection.getSchema();
    try (ResultSet row =
        connection.getMetaData().getTables(catalog, schema, "%", new String[] {"VIEW"})) {
      while (row.next()) {
        views.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return views;
  }

  private boolean keeps(NewView view) {
    return view.isSetting() && tables.has(view.name()) && !wish.resetSettings();
  }

  private List<String> names(Predicate<NewView> which) {
    return script.views().stream().filter(which).map(NewView::name).distinct().toList();
  }

  /** One statement and what it does. */
  private record Step(String words, String sql) {}

  private List<Step> statements(List<String> replaces, Set<String> readers) {
    List<Step> steps = new ArrayList<>();
    drops(dialect != Dialect.H2, replaces)
        .forEach(drop -> steps.add(new Step("dropped " + drop, "drop view " + drop)));
    script.views().stream()
        .filter(view -> !keeps(view))
        .forEach(view -> steps.add(new Step("created " + view.name(), view.statement())));
    usage.ifPresent(steps::add);
    for (String reader : readers) {
      for (String view : granted()) {
        steps.add(
            new Step(
                "granted SELECT on " + view + " to " + reader,
                "grant select on " + view + " to " + reader));
      }
    }
    return steps;
  }

  private List<String> granted() {
    return CanonicalViews.names().stream()
        .filter(name -> script.names().contains(name) || tables.has(name))
        .toList();
  }

  /**
   * Returns what a drop statement names: all views at once, since one that was replaced may need
   * one that was made after it, or, on a database without such a statement, the last one first.
   */
  private static List<String> drops(boolean atOnce, List<String> names) {
    if (atOnce) {
      return names.isEmpty() ? List.of() : List.of(String.join(", ", names));
    }
    List<String> lastFirst = new ArrayList<>(names);
    Collections.reverse(lastFirst);
    return lastFirst;
  }

  private Optional<String> run(List<Step> steps) throws SQLException {
    boolean atOnce = dialect == Dialect.POSTGRESQL;
    connection.setAutoCommit(!atOnce);
    try (Statement statement = connection.createStatement()) {
      for (Step step : steps) {
        statement.execute(step.sql());
        done.add(step.words());
      }
      if (atOnce) {
        connection.commit();
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(failed(e, steps.get(done.size()), atOnce));
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private String failed(SQLException e, Step step, boolean atOnce) throws SQLException {
    String words = "Failed at what would have " + step.words() + ": " + DatabaseFailure.words(e);
    if (atOnce) {
      connection.rollback();
      done.clear();
      return words + ". Everything was taken back: the database is as before.";
    }
    return words
        + ". This database cannot take back what was done before it: see the list; mend the cause and"
        + " install again.";
  }
}

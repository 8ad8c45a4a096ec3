package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.Recognition.Candidate;
import org.demandwright.erp.adapter.Recognition.Installed;

/** Names the ERP behind a connection by its tables and its version by what it answers. */
public final class Recogniser {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final LimitedQueries queries;
  private final Dialect dialect;
  private final TableNames tables;
  private final List<String> words = new ArrayList<>();
  private Optional<Installed> installed = Optional.empty();

  private Recogniser(LimitedQueries queries) throws SQLException {
    this.queries = queries;
    this.dialect = Dialect.of(queries.connection());
    this.tables = TableNames.of(queries.connection());
  }

  /** Looks at the tables, asks the version, and reads {@code dw_adapter} where it is. */
  public static Recognition recognise(LimitedQueries queries, AdapterCatalog catalog)
      throws SQLException {
    return new Recogniser(queries).recognise(catalog);
  }

  private Recognition recognise(AdapterCatalog catalog) throws SQLException {
    installed = installed();
    List<Candidate> candidates = new ArrayList<>();
    for (ErpAdapter adapter : catalog.adapters()) {
      candidate(adapter).ifPresent(candidates::add);
    }
    if (candidates.size() > 1) {
      words.add(
          "Tables of several ERPs are here: %s. Choose one."
              .formatted(
                  candidates.stream()
                      .map(c -> c.adapter().name())
                      .collect(Collectors.joining(", "))));
    }
    if (candidates.isEmpty() && installed.isEmpty()) {
      words.add(nobody(catalog));
    }
    return new Recognition(installed, candidates, words);
  }

  private Optional<Installed> installed() {
    if (!tables.has("dw_adapter")) {
      return Optional.empty();
    }
    try {
      List<Installed> rows =
          queries.list(
              "select erp, erp_version, adapter_status, contract from dw_adapter",
              1,
              row ->
                  new Installed(
                      row.getString(1),
                      row.getString(2),
                      "RELEASED".equals(row.getString(3)) ? Status.RELEASED : Status.DRAFT,
                      row.getInt(4)));
      rows.forEach(
          i ->
              words.add(
                  "The installed views are those of " + said(i.erp(), i.version(), i.status())));
      return rows.stream().findFirst();
    } catch (SQLException e) {
      words.add("dw_adapter cannot be read: " + queries.words(e) + ".");
      return Optional.empty();
    }
  }

  private Optional<Candidate> candidate(ErpAdapter adapter) {
    List<String> schemas = tables.holding(adapter.tables());
    if (schemas.isEmpty()) {
      return Optional.empty();
    }
    if (!schemas.get(0).equals(tables.current())) {
      words.add(
          "The tables of %s lie in %s, but the connection looks into %s: connect to that schema."
              .formatted(adapter.name(), schemas, tables.current()));
      return Optional.empty();
    }
    if (!adapter.databases().contains(dialect)) {
      words.add(
          "The tables are those of %s, but its adapter is written for %s, and this is %s."
              .formatted(adapter.name(), adapter.databases(), dialect));
      return Optional.empty();
    }
    return Optional.of(withVersion(adapter));
  }

  private Candidate withVersion(ErpAdapter adapter) {
    if (adapter.versionQuery().isEmpty()) {
      return known(adapter, Optional.empty(), adapter.versions().get(0));
    }
    Optional<ErpAdapter.Version> byViews = installedVersion(adapter);
    if (byViews.isPresent()) {
      return new Candidate(adapter, Optional.empty(), byViews.get(), true);
    }
    Optional<String> answer = answer(adapter);
    Optional<ErpAdapter.Version> matching =
        answer.flatMap(a -> adapter.versions().stream().filter(v -> v.matches(a)).findFirst());
    return matching
        .map(version -> known(adapter, answer, version))
        .orElseGet(() -> unknown(adapter, answer));
  }

  /** Who may see the views alone cannot ask the ERP's own tables. */
  private Optional<ErpAdapter.Version> installedVersion(ErpAdapter adapter) {
    if (installed.isEmpty() || !installed.get().erp().equals(adapter.erp()) || mayAsk(adapter)) {
      return Optional.empty();
    }
    return adapter.versions().stream()
        .filter(v -> v.id().equals(installed.get().version()))
        .findFirst();
  }

  private boolean mayAsk(ErpAdapter adapter) {
    try {
      queries.list(adapter.versionQuery().orElseThrow(), 1, row -> 1);
      return true;
    } catch (SQLException denied) {
      return false;
    }
  }

  private Candidate known(ErpAdapter adapter, Optional<String> answer, ErpAdapter.Version version) {
    words.add("The tables are those of " + said(adapter.name(), version.id(), version.status()));
    return new Candidate(adapter, answer, version, true);
  }

  private Candidate unknown(ErpAdapter adapter, Optional<String> answer) {
    ErpAdapter.Version nearest = nearest(adapter.versions(), answer.orElse(""));
    words.add(
        "The tables are those of %s, %s; the nearest version of the adapter is %s"
            .formatted(
                adapter.name(),
                answer
                    .map(a -> "which calls itself '" + a + "', a version that no adapter knows")
                    .orElse("whose version could not be asked"),
                said("", nearest.id(), nearest.status()).strip()));
    return new Candidate(adapter, answer, nearest, false);
  }

  private Optional<String> answer(ErpAdapter adapter) {
    try {
      return queries
          .list(adapter.versionQuery().orElseThrow(), 1, row -> String.valueOf(row.getString(1)))
          .stream()
          .findFirst();
    } catch (SQLException e) {
      words.add(
          "%s cannot be asked for its version: %s.".formatted(adapter.name(), queries.words(e)));
      return Optional.empty();
    }
  }

  /** Returns the version whose numbers are nearest, the older of two. */
  static ErpAdapter.Version nearest(List<ErpAdapter.Version> versions, String answer) {
    double wanted = number(answer);
    return versions.stream()
        .min(
            Comparator.comparingDouble((ErpAdapter.Version v) -> Math.abs(number(v.id()) - wanted))
                .thenComparingDouble(v -> number(v.id())))
        .orElseThrow();
  }

  /** Returns the first numbers of a version as one: 10.04.01 becomes 10.0401. */
  private static double number(String version) {
    Matcher numbers = NUMBER.matcher(version);
    double value = 0;
    double unit = 1;
    for (int i = 0; i < 3 && numbers.find(); i++) {
      value += unit * Math.min(9_999, Double.parseDouble(numbers.group()));
      unit /= 10_000;
    }
    return value;
  }

  private static String said(String name, String version, Status status) {
    return (name + " " + version).strip()
        + (status == Status.DRAFT
            ? ", whose adapter is a draft that was never run: check every figure before you trust it."
            : ".");
  }

  private String nobody(AdapterCatalog catalog) {
    return ("None of the adapters %s knows the %d tables in schema %s. Is it the right schema? For another"
            + " ERP write views of its own: the page \"Views over your ERP\" says how.")
        .formatted(
            catalog.adapters().stream()
                .map(a -> a.erp().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")),
            tables.inCurrent().size(),
            tables.current());
  }
}

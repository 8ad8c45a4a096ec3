package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.ErpReport.Check;
import org.demandwright.erp.adapter.ErpReport.Lack;
import org.demandwright.erp.adapter.ErpReport.SampleLine;
import org.demandwright.erp.adapter.ErpReport.View;
import org.demandwright.erp.adapter.LineCensus.Kind;

/** One look at an ERP, in the order in which its parts make sense. */
public final class Inspection {
  private final LimitedQueries queries;
  private final AdapterCatalog catalog;
  private final Unfinished unfinished = new Unfinished();
  private final List<String> remarks = new ArrayList<>();

  public Inspection(Connection connection, AdapterCatalog catalog, ErpInspection.Limits limits) {
    this.queries = new LimitedQueries(connection, limits.each(), limits.all());
    this.catalog = catalog;
  }

  public Recognition recognition() throws SQLException {
    return Recogniser.recognise(queries, catalog);
  }

  /**
   * Checks everything, what is quick before what may use the time up; what cannot be read is said
   * where it would stand.
   */
  public ErpReport report() throws SQLException {
    remarks.addAll(catalog.problems());
    Recognition recognition = recognition();
    remarkOnInstalled(recognition);
    List<String> rights = new RightsCheck(queries, unfinished).beyondReading();
    PagePlans plans = new PagePlans(queries);
    int contract =
        recognition.installed().map(Recognition.Installed::contract).orElse(CanonicalViews.OLDEST);
    List<View> views = new ViewChecks(queries, unfinished, contract).all();
    List<Lack> lacks = lacks(views);
    List<String> unreadable = views.stream().filter(v -> !v.readable()).map(View::name).toList();
    List<Check> checks = new CheckScripts(queries, unfinished).all(unreadable, lacks);
    boolean salesLines = !unreadable.contains("dw_sales_line");
    Optional<LineCensus> census = salesLines ? census() : Optional.empty();
    return new ErpReport(
        ErpInspection.describe(queries.connection()),
        recognition,
        views,
        lacks,
        plans.of(views),
        checks,
        census.map(LineCensus::lines),
        salesLines ? sample(census.map(LineCensus::kinds).orElse(List.of())) : List.of(),
        rights,
        unfinished.words(),
        remarks);
  }

  /** A view that nothing needs, such as that of exchange rates, is not missed. */
  private static List<Lack> lacks(List<View> views) {
    Map<String, View> there =
        views.stream().collect(Collectors.toMap(View::name, Function.identity()));
    List<Lack> lacks = new ArrayList<>();
    for (String name : CanonicalViews.names()) {
      View view = there.get(name);
      List<String> columns = view == null ? List.of() : view.lacks();
      if (view == null || !columns.isEmpty()) {
        PackedScripts.need(name).ifPresent(why -> lacks.add(new Lack(name, columns, why)));
      }
    }
    return lacks;
  }

  private void remarkOnInstalled(Recognition recognition) throws SQLException {
    if (recognition.installed().isEmpty()) {
      return;
    }
    Recognition.Installed installed = recognition.installed().get();
    AdapterClaim.read(queries, "select * from dw_adapter")
        .ifPresent(claim -> remarks.addAll(claim.against(catalog)));
    recognition.candidates().stream()
        .filter(c -> c.adapter().erp().equals(installed.erp()))
        .findFirst()
        .ifPresentOrElse(
            c -> remarkOnVersion(c, installed), () -> remarkOnOthers(recognition, installed));
    if (installed.status() == Status.DRAFT) {
      remarks.add(
          "The views come from a draft adapter that was never run on a real "
              + installed.erp()
              + ": compare counts and totals with the ERP's own reports before you trust a"
              + " forecast.");
    }
  }

  private void remarkOnVersion(Recognition.Candidate there, Recognition.Installed installed) {
    if (there.exact() && !there.version().id().equals(installed.version())) {
      remarks.add(
          "The ERP is %s %s now, but the views are those of version %s: install those of %s."
              .formatted(
                  there.adapter().name(),
                  there.version().id(),
                  installed.version(),
                  there.version().id()));
    }
  }

  private void remarkOnOthers(Recognition recognition, Recognition.Installed installed) {
    if (!recognition.candidates().isEmpty()) {
      remarks.add(
          "dw_adapter says that the views are those of %s, but the tables are those of %s: correct dw_adapter.erp, or install the views of the right adapter."
              .formatted(
                  installed.erp(),
                  recognition.candidates().stream()
                      .map(c -> c.adapter().erp())
                      .collect(Collectors.joining(", "))));
    }
  }

  private Optional<LineCensus> census() {
    try {
      return Optional.of(LineCensus.take(queries));
    } catch (SQLException e) {
      failed("what the sales lines are", e);
      return Optional.empty();
    }
  }

  private List<SampleLine> sample(List<Kind> kinds) {
    LineSample sample = new LineSample(queries.asOne());
    try {
      sample.read(kinds);
    } catch (SQLException e) {
      failed("a sample of the sales lines", e);
    }
    return sample.lines();
  }

  private void failed(String what, SQLException e) {
    if (LimitedQueries.tooSlow(e)) {
      unfinished.add(what, e, queries);
    } else {
      remarks.add("Asking for " + what + ": " + queries.words(e) + ".");
    }
  }
}

package org.demandwright.console.forecast;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.ExplainForecast;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.ForecastQueries.SeriesFilter;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.app.forecast.SeriesLayers;
import org.demandwright.app.forecast.SeriesRecord;
import org.demandwright.app.forecast.SeriesViews;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.console.frame.Pager;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.security.CallerScope;
import org.primefaces.PrimeFaces;

/** Prepares {@code planner/series.xhtml}: finds series and shows one of them with its chart. */
@Named
@ViewScoped
public class SeriesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 15;

  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject SeriesViews views;
  @Inject ExplainForecast explanations;
  @Inject SeriesLayers seriesLayers;
  @Inject ForecastPlans plans;

  private Long seriesId;
  private String text;
  private String site;
  private String verdict;
  private boolean failed;
  private final PlanChoice plan = new PlanChoice();
  private final ChartView view = new ChartView();
  private final Pager<SeriesRecord> found = new Pager<>(this::find);
  private transient Optional<SeriesChart> chart;
  private transient Optional<DriverTable> drivers;
  private transient Optional<SeriesLayers.Layers> layers;

  /** Opens the series of the address, or the first one that there is. */
  public void open() {
    plan.keepTo(getPlans());
    if (seriesId == null && !found.getRows().isEmpty()) {
      seriesId = found.getRows().get(0).seriesId();
    }
  }

  /** Series that match. */
  public Pager<SeriesRecord> getFound() {
    return found;
  }

  /** Looks again from the first page. */
  public void search() {
    found.restart();
  }

  /** Shows this series, and lets the address say so. */
  public void select(long chosen) {
    seriesId = chosen;
    chart = null;
    drivers = null;
    layers = null;
    PrimeFaces.current()
        .executeScript("history.replaceState(null, '', '?id=" + chosen + plan.inAddress() + "')");
  }

  /** The series that is shown, empty when there is none or it has no forecast version. */
  public Optional<SeriesChart> getChart() {
    if (chart == null) {
      chart =
          seriesId == null
              ? Optional.empty()
              : views.chart(scope.get(), seriesId, choice(), view.isNotRecommended());
    }
    return chart;
  }

  /** The chart in the words of Chart.js. */
  public String getChartJson() {
    return getChart().map(shown -> new ChartJson(shown, view).toString()).orElse("{}");
  }

  /** Contestants with their distance to seasonal naive. */
  public List<Contestant> getContestants() {
    return getChart().map(Contestant::of).orElse(List.of());
  }

  /** What drives the forecast, empty where nothing was noted of it. */
  public Optional<DriverTable> getDrivers() {
    if (!isFigures()) {
      return Optional.empty();
    }
    if (drivers == null) {
      drivers =
          explanation(Optional.of(1))
              .flatMap(
                  next -> explanation(Optional.empty()).map(whole -> DriverTable.of(next, whole)));
    }
    return drivers;
  }

  /** Whether the forecast shows its figures: it is recommended, or they are wanted all the same. */
  public boolean isFigures() {
    return getChart().map(shown -> shown.usable() || view.isNotRecommended()).orElse(false);
  }

  /** Reads the series anew, with the figures that are wanted now. */
  public void showFigures() {
    chart = null;
    drivers = null;
  }

  /** What lies between raw demand and what the models saw, empty when the version lacks it. */
  public Optional<SeriesLayers.Layers> getLayers() {
    if (layers == null) {
      layers =
          seriesId == null ? Optional.empty() : seriesLayers.of(scope.get(), seriesId, choice());
    }
    return layers;
  }

  private Optional<SeriesExplanation> explanation(Optional<Integer> to) {
    return seriesId == null
        ? Optional.empty()
        : explanations.of(
            scope.get(), seriesId, choice(), Optional.of(1), to, view.isNotRecommended());
  }

  private Page<SeriesRecord> find(Optional<String> cursor) {
    SeriesFilter filter =
        new SeriesFilter(
            Optional.ofNullable(text),
            Optional.ofNullable(site),
            Optional.ofNullable(verdict).map(Verdict::valueOf),
            failed ? Optional.of(true) : Optional.empty(),
            plan.chosen());
    return queries.series(scope.get(), filter, cursor, ROWS);
  }

  private VersionChoice choice() {
    return VersionChoice.ofPlan(plan.chosen());
  }

  /** The plan whose forecasts are shown. */
  public PlanChoice getPlan() {
    return plan;
  }

  /** The plans to choose from. */
  public List<PlanRecord> getPlans() {
    return plans.readable();
  }

  public ChartView getView() {
    return view;
  }

  public Long getSeriesId() {
    return seriesId;
  }

  public void setSeriesId(Long seriesId) {
    this.seriesId = seriesId;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null ? null : text.strip();
  }

  public String getSite() {
    return site;
  }

  public void setSite(String site) {
    this.site = site == null ? null : site.strip();
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(String verdict) {
    this.verdict = verdict;
  }

  public boolean isFailed() {
    return failed;
  }

  public void setFailed(boolean failed) {
    this.failed = failed;
  }
}

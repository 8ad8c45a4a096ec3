package org.demandwright.bench;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.demandwright.core.demand.SeriesKey;

/** A way to forecast a whole panel: one method alone, or the product. */
interface BenchMethod {

  /** Returns a forecast of every series that the method accepts. */
  Map<SeriesKey, BenchForecast> forecast(PanelCase panel, Workers workers)
      throws InterruptedException, ExecutionException;
}

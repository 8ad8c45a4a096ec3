package org.demandwright.core.quality;

import java.util.List;

/** Looks at one series for one kind of trouble; a pure function without state. */
interface SeriesRule {

  /** Returns what it found, in the order of time; empty for a series that looks right. */
  List<Finding> inspect(InspectedSeries series);
}

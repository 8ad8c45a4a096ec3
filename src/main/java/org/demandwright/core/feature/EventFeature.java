package org.demandwright.core.feature;

/**
 * How much of a period a named event takes, 0–1, by the calendar of the series; see {@link
 * org.demandwright.core.demand.EventCalendar#share}.
 *
 * @param event the event's name as its calendar gives it
 */
record EventFeature(String event) implements PlannedFeature {
  private static final String PREFIX = "event:";

  /** Returns the name without spaces, which part names where they are stored. */
  @Override
  public String name() {
    return PREFIX + event.replace("%", "%25").replace(" ", "%20");
  }

  static boolean isName(String name) {
    return name.startsWith(PREFIX);
  }

  static EventFeature named(String name) {
    return new EventFeature(
        name.substring(PREFIX.length()).replace("%20", " ").replace("%25", "%"));
  }

  @Override
  public boolean ofCalendar() {
    return true;
  }

  @Override
  public double at(History history, int index) {
    return history
        .covariates()
        .events()
        .share(event, history.bucket(), history.series().first().ordinal() + index);
  }
}

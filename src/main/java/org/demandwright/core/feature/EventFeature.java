package org.demandwright.core.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * How much of a period a named event takes, 0–1, by the calendar of the series; see {@link
 * org.demandwright.core.demand.EventCalendar#share}.
 *
 * @param event the event's name as its calendar gives it
 */
record EventFeature(String event) implements PlannedFeature {
  private static final String PREFIX = "event:";

  /** Returns the name with the event's own text in URL form: it may hold spaces. */
  @Override
  public String name() {
    return PREFIX + URLEncoder.encode(event, UTF_8);
  }

  static boolean isName(String name) {
    return name.startsWith(PREFIX);
  }

  static EventFeature named(String name) {
    return new EventFeature(URLDecoder.decode(name.substring(PREFIX.length()), UTF_8));
  }

  @Override
  public double at(History history, int index) {
    return history
        .covariates()
        .events()
        .share(event, history.bucket(), history.series().first().ordinal() + index);
  }
}

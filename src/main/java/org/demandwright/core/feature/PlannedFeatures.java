package org.demandwright.core.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demandwright.core.calendar.Holiday;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.EventCalendar;

/** What is known in advance: plans of the item, holidays of most of the West, named events. */
final class PlannedFeatures {
  private PlannedFeatures() {}

  /** Returns promotion and price. */
  static List<PlannedFeature> plans() {
    return List.of(new PromotionFeature(), new PriceFeature());
  }

  /**
   * Returns the holidays that need no setting, for days and weeks; in months and quarters such a
   * holiday hardly moves, so it is part of the season.
   */
  static List<PlannedFeature> holidays(Bucket bucket) {
    List<Holiday> holidays =
        switch (bucket) {
          case DAY -> List.of(Holiday.values());
          // One for each week that is short: days that share a week cannot be told apart.
          case WEEK ->
              List.of(
                  Holiday.NEW_YEAR,
                  Holiday.GOOD_FRIDAY,
                  Holiday.EASTER_MONDAY,
                  Holiday.CHRISTMAS_DAY);
          case MONTH, QUARTER -> List.of();
        };
    return holidays.stream().<PlannedFeature>map(h -> new HolidayFeature(h, bucket)).toList();
  }

  /**
   * Returns the events that the calendars of a panel name, in the order of their names; for months
   * and quarters only those that move between them.
   */
  static List<PlannedFeature> events(List<History> panel) {
    Set<EventCalendar> calendars = new HashSet<>();
    panel.forEach(history -> calendars.add(history.covariates().events()));
    Bucket bucket = panel.get(0).bucket();
    boolean shorter = bucket == Bucket.DAY || bucket == Bucket.WEEK;
    TreeSet<String> names = new TreeSet<>();
    for (EventCalendar calendar : calendars) {
      calendar.names().stream()
          .filter(name -> shorter || calendar.moves(name, bucket))
          .forEach(names::add);
    }
    return names.stream().<PlannedFeature>map(EventFeature::new).toList();
  }

  /** Returns the features with these names, in their order. */
  static List<PlannedFeature> named(Bucket bucket, List<String> names) {
    return names.stream().map(name -> named(bucket, name)).toList();
  }

  private static PlannedFeature named(Bucket bucket, String name) {
    if (EventFeature.isName(name)) {
      return EventFeature.named(name);
    }
    return Stream.concat(plans().stream(), holidays(bucket).stream())
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no planned feature is called \"" + name + "\"; train the model again"));
  }
}

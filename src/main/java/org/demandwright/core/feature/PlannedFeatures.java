package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.calendar.Holiday;
import org.demandwright.core.demand.Bucket;

/** What is known in advance, by width of the period. */
final class PlannedFeatures {
  private PlannedFeatures() {}

  /**
   * Returns promotion and price, and for days and weeks the holidays; in months and quarters a
   * holiday hardly moves, so it is part of the season.
   */
  static List<PlannedFeature> of(Bucket bucket) {
    List<PlannedFeature> features = new ArrayList<>();
    features.add(new PromotionFeature());
    features.add(new PriceFeature());
    for (Holiday holiday : holidays(bucket)) {
      features.add(new HolidayFeature(holiday, bucket));
    }
    return features;
  }

  private static List<Holiday> holidays(Bucket bucket) {
    return switch (bucket) {
      case DAY -> List.of(Holiday.values());
      // One for each week that is short: days that share a week cannot be told apart.
      case WEEK ->
          List.of(
              Holiday.NEW_YEAR, Holiday.GOOD_FRIDAY, Holiday.EASTER_MONDAY, Holiday.CHRISTMAS_DAY);
      case MONTH, QUARTER -> List.of();
    };
  }

  /** Returns the features with these names, in their order. */
  static List<PlannedFeature> named(Bucket bucket, List<String> names) {
    List<PlannedFeature> all = of(bucket);
    return names.stream().map(name -> named(all, name)).toList();
  }

  private static PlannedFeature named(List<PlannedFeature> all, String name) {
    return all.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no planned feature is called \"" + name + "\"; train the model again"));
  }
}

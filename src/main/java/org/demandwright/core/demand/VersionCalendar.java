package org.demandwright.core.demand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calendar of one version, from which each series gets its own; series to which the same events
 * apply share one object.
 *
 * @param regions region by site, that of all other sites under the empty name
 * @param occasions all that the version knows
 */
public record VersionCalendar(Map<String, String> regions, List<Occasion> occasions) {

  public VersionCalendar {
    regions = Map.copyOf(regions);
    occasions = List.copyOf(occasions);
  }

  /** One occasion with where it applies; an empty region, site or category stands for all. */
  public record Occasion(EventDays days, String region, String siteId, String category) {

    boolean appliesTo(String inRegion, String atSite, String ofCategory) {
      return (region.isEmpty() || region.equals(inRegion))
          && (siteId.isEmpty() || siteId.equals(atSite))
          && (category.isEmpty() || category.equals(ofCategory));
    }
  }

  /** Makes the calendars of series, each only once. */
  public Series series() {
    return new Series();
  }

  /** The calendars made so far. */
  public final class Series {
    private final Map<List<EventDays>, EventCalendar> made = new HashMap<>();
    private final Map<List<String>, EventCalendar> byScope = new HashMap<>();

    /** Returns the calendar of a site (empty where the series has none) and a category. */
    public EventCalendar of(String site, String category) {
      return byScope.computeIfAbsent(List.of(site, category), scope -> calendar(site, category));
    }

    private EventCalendar calendar(String site, String category) {
      String region = regions.getOrDefault(site, regions.getOrDefault("", ""));
      List<EventDays> days =
          occasions.stream()
              .filter(occasion -> occasion.appliesTo(region, site, category))
              .map(Occasion::days)
              .sorted()
              .toList();
      return made.computeIfAbsent(days, EventCalendar::of);
    }
  }
}

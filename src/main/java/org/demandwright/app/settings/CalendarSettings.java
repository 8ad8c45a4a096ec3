package org.demandwright.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.calendar.HolidayCalendar;
import org.eclipse.microprofile.config.Config;

/**
 * Whose holidays count.
 *
 * @param country the region whose holidays count, such as {@code DE}, {@code DE-BY} or {@code CN};
 *     empty = the short list of Western days alone
 * @param sites regions of sites that differ from it; an empty one stands for the Western days alone
 * @param erp whether the days of the ERP's own calendar count
 */
public record CalendarSettings(String country, Map<String, String> sites, boolean erp) {
  private static final Setting<Optional<String>> COUNTRY =
      Setting.open(
          "dw.calendar.country",
          "empty",
          "",
          new Allowed<>(
              "a country such as `FR`, or with its part `DE-BY`", CalendarSettings::region),
          "region whose holidays count; empty = a short list of Western days alone");

  private static final Setting<Map<String, String>> SITES =
      Setting.of(
          "dw.calendar.sites",
          "",
          "",
          new Allowed<>("`SITE=REGION`, separated by commas", CalendarSettings::regions),
          "sites in other regions: `SHANGHAI=CN,MUNICH=DE-BY`, with the site's identity in the ERP;"
              + " nothing behind the `=` stands for the Western days alone");

  private static final Setting<Boolean> ERP =
      Setting.of(
          "dw.calendar.erp",
          "true",
          "",
          Allowed.YES_OR_NO,
          "whether the days of the ERP's own calendar (`dw_calendar`) count");

  static final Concern CONCERN = new Concern("Calendar", List.of(COUNTRY, SITES, ERP));

  public CalendarSettings {
    sites = Map.copyOf(sites);
  }

  static CalendarSettings in(Config config) {
    return new CalendarSettings(COUNTRY.in(config).orElse(""), SITES.in(config), ERP.in(config));
  }

  private static String region(String text) {
    try {
      HolidayCalendar.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
    return text.strip();
  }

  private static Map<String, String> regions(String text) {
    Map<String, String> regions = new TreeMap<>();
    for (String entry : text.split(",")) {
      String[] pair = entry.strip().split("=", -1);
      if (entry.isBlank()) {
        continue;
      }
      if (pair.length != 2 || pair[0].isBlank()) {
        throw new IllegalArgumentException(
            " has '" + entry + "'; write SITE=REGION, such as MUNICH=DE-BY");
      }
      regions.put(pair[0].strip(), region(pair[1]));
    }
    return regions;
  }
}

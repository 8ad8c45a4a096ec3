package org.demandwright.app.settings;

import java.util.List;

/**
 * The settings that belong together.
 *
 * @param name what they are about, such as "Schedule"
 * @param settings in the order in which they are told
 */
public record Concern(String name, List<Setting<?>> settings) {
  public Concern {
    settings = List.copyOf(settings);
  }

  /**
   * Returns all that can be set, in the order in which data come in and forecasts go out. It is no
   * constant: each concern is made by a class that would wait for this one.
   */
  public static List<Concern> all() {
    return List.of(
        StoreSettings.CONCERN,
        SecuritySettings.CONCERN,
        OidcSettings.CONCERN,
        ErpSettings.CONCERN,
        OtherErpSettings.CONCERN,
        FileSettings.CONCERN,
        ScheduleSettings.CONCERN,
        IntakeSettings.CONCERN,
        CalendarSettings.CONCERN,
        ForecastSettings.CONCERN,
        PublicationSettings.CONCERN,
        ReportingSettings.CONCERN,
        OverrideSettings.CONCERN,
        ExceptionSettings.CONCERN,
        DecisionSettings.CONCERN,
        NeighbourSettings.CONCERN,
        TransferSettings.CONCERN,
        ExchangeSettings.CONCERN);
  }
}

package org.demandwright.app.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.ReturnsRule;
import org.eclipse.microprofile.config.Config;

/**
 * How booked lines become demand.
 *
 * @param siteZone where the sites are, the easternmost if they lie in several zones: orders of a
 *     later day than it is there are implausible
 * @param returns what becomes of returns
 * @param supplyYears how many years back orders of suppliers and receipts are read
 */
public record IntakeSettings(ZoneId siteZone, ReturnsRule returns, int supplyYears) {
  private static final Setting<Optional<ZoneId>> SITE_ZONE =
      Setting.open(
          "dw.site.zone",
          "that of the schedule",
          "",
          ScheduleSettings.anyZone(),
          "where the sites are, the easternmost where they lie in several zones: which day it is"
              + " when a run begins (what was ordered later than that day is implausible), and which"
              + " days a file means whose times say how far they are from UTC");

  private static final Setting<ReturnsRule> RETURNS =
      Setting.of(
          "dw.intake.returns",
          ReturnsRule.SEPARATE.toString(),
          "",
          Allowed.parsed("one of " + List.of(ReturnsRule.values()), ReturnsRule::named),
          "what becomes of returns: `separate` = a series of their own, demand is gross;"
              + " `net-sale` = taken from the demand of the day of the sale that they take back,"
              + " where the ERP knows it, else of their own day; `net-return` = taken from the"
              + " demand of the day on which they came. Netting is done per series and day, so that"
              + " a week is the sum of its days; demand stops at 0 and what is cut off stays in the"
              + " returns. Fixed with the version. With `net-sale` a backtest sees returns that came"
              + " after its origin");

  private static final Setting<Integer> SUPPLY_YEARS =
      Setting.of(
          "dw.intake.supply-years",
          "3",
          "years",
          Allowed.between(1, 20),
          "how far back orders to suppliers and their receipts are read: lead times are learned"
              + " from them");

  static final Concern CONCERN = new Concern("Intake", List.of(SITE_ZONE, RETURNS, SUPPLY_YEARS));

  static IntakeSettings in(Config config, ZoneId otherwise) {
    return new IntakeSettings(
        SITE_ZONE.in(config).orElse(otherwise), RETURNS.in(config), SUPPLY_YEARS.in(config));
  }
}

package org.demandwright.app.settings;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * When the nightly job runs by itself.
 *
 * @param enabled whether it does
 * @param cron when: minute hour day month weekday
 * @param zone the time zone of that expression
 * @param asOfToday whether a scheduled run takes the day it runs on as its as-of day, so that a
 *     source that has fallen silent is noticed; otherwise the day after the last day on which the
 *     body of orders was booked
 */
public record ScheduleSettings(boolean enabled, String cron, ZoneId zone, boolean asOfToday) {
  private static final String TODAY = "today";

  private static final Setting<Boolean> ENABLED =
      Setting.of(
          "dw.schedule.enabled",
          "true",
          "",
          Allowed.YES_OR_NO,
          "whether the nightly job starts by itself");

  private static final Setting<String> CRON =
      Setting.of(
          "dw.schedule.cron",
          "30 2 * * *",
          "",
          Allowed.parsed(
              "five fields: minute hour day-of-month month day-of-week, such as `30 2 * * *`",
              text -> {
                times(text);
                return text;
              }),
          "when it starts");

  private static final Setting<ZoneId> ZONE =
      Setting.of("dw.schedule.zone", "UTC", "", anyZone(), "the time zone of that expression");

  private static final Setting<String> AS_OF =
      Setting.of(
          "dw.schedule.as-of",
          TODAY,
          "",
          Allowed.oneOf(List.of(TODAY, "data")),
          "the as-of day of scheduled runs: `today`, so that a source that fell silent is noticed,"
              + " or `data`: where the [data end](decisions/016-where-data-end.md)");

  static final Concern CONCERN = new Concern("Schedule", List.of(ENABLED, CRON, ZONE, AS_OF));

  static ScheduleSettings in(Config config) {
    return new ScheduleSettings(
        ENABLED.in(config), CRON.in(config), ZONE.in(config), TODAY.equals(AS_OF.in(config)));
  }

  /**
   * Returns the times that an expression names.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ExecutionTime times(String cron) {
    var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    return ExecutionTime.forCron(parser.parse(cron));
  }

  static Allowed<ZoneId> anyZone() {
    return Allowed.parsed("a name such as Europe/Berlin or UTC", ZoneId::of);
  }
}

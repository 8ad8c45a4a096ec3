package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.model.ModelNames;
import org.demandwright.core.model.Objective;
import org.demandwright.core.model.WekaModels;
import org.demandwright.core.pipeline.PlanSettings;
import org.eclipse.microprofile.config.Config;

/**
 * Everything that an administrator can set, with its default, by MicroProfile Config: a system
 * property such as {@code dw.schedule.cron} or an environment variable such as {@code
 * DW_SCHEDULE_CRON}. The data sources' settings stand at {@code store.DataSources}.
 */
@ApplicationScoped
public class Settings {
  /** The longest horizon that can be asked for. */
  public static final int MOST_PERIODS = 400;

  private final Config config;

  @Inject
  public Settings(Config config) {
    this.config = config;
  }

  Settings() {
    this(null);
  }

  /** {@code dw.data.dir}: folder for what the server itself writes. */
  public Path dataDir() {
    return Path.of(text("dw.data.dir", "./demandwright-data"));
  }

  /** {@code dw.schedule.enabled}: whether the nightly job runs by itself. */
  public boolean scheduleEnabled() {
    return Boolean.parseBoolean(text("dw.schedule.enabled", "true"));
  }

  /** {@code dw.schedule.cron}: when the nightly job runs: minute hour day month weekday. */
  public String scheduleCron() {
    return text("dw.schedule.cron", "30 2 * * *");
  }

  /** {@code dw.schedule.zone}: the time zone of that expression. */
  public ZoneId scheduleZone() {
    String zone = text("dw.schedule.zone", "UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "dw.schedule.zone is '" + zone + "'; use a name such as Europe/Berlin or UTC", e);
    }
  }

  /**
   * {@code dw.site.zone}: where the sites are, the easternmost if they lie in several zones: orders
   * of a later day than it is there are implausible; by default the zone of the schedule.
   */
  public ZoneId siteZone() {
    String zone = text("dw.site.zone", "").strip();
    try {
      return zone.isEmpty() ? scheduleZone() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "dw.site.zone is '" + zone + "'; use a name such as Europe/Berlin or UTC", e);
    }
  }

  /**
   * {@code dw.schedule.as-of}: {@code today} = a scheduled run takes the day it runs on as its
   * as-of day, so that a source that has fallen silent is noticed; {@code data} = the day after the
   * last day on which the body of orders was booked.
   */
  public boolean scheduleAsOfToday() {
    return "today".equals(text("dw.schedule.as-of", "today"));
  }

  /** {@code dw.publish.stale-days}: a version is held back when the last demand is older. */
  public int staleDays() {
    return number("dw.publish.stale-days", 7);
  }

  /**
   * {@code dw.publish.volume-jump-percent}: a version is held back when its volume a day, over the
   * series that it has in common with the published one, differs by more.
   */
  public int volumeJumpPercent() {
    return number("dw.publish.volume-jump-percent", 50);
  }

  /**
   * {@code dw.calendar.country}: the region whose holidays count, such as {@code DE}, {@code DE-BY}
   * or {@code CN}; empty = the short list of Western days alone.
   */
  public String calendarCountry() {
    return text("dw.calendar.country", "").strip();
  }

  /**
   * {@code dw.calendar.sites}: regions of sites that differ from it, such as {@code
   * SHANGHAI=CN,MUNICH=DE-BY}; nothing after the {@code =} stands for the Western days alone.
   */
  public Map<String, String> calendarSites() {
    Map<String, String> regions = new TreeMap<>();
    for (String entry : text("dw.calendar.sites", "").split(",")) {
      String[] pair = entry.strip().split("=", -1);
      if (entry.isBlank()) {
        continue;
      }
      if (pair.length != 2 || pair[0].isBlank()) {
        throw new IllegalStateException(
            "dw.calendar.sites has '" + entry + "'; write SITE=REGION, such as MUNICH=DE-BY");
      }
      regions.put(pair[0].strip(), pair[1].strip());
    }
    return regions;
  }

  /** {@code dw.calendar.erp}: whether the days of the ERP's own calendar count. */
  public boolean calendarErp() {
    return Boolean.parseBoolean(text("dw.calendar.erp", "true"));
  }

  /**
   * {@code dw.models.weka}: further pooled models of any regressor of Weka that compete by default,
   * as {@code Id=scheme options}, separated by commas. Throws, naming the setting, if there is no
   * such scheme or it refuses the options.
   */
  public List<String> wekaModels() {
    return WekaModels.parse(text("dw.models.weka", ""));
  }

  /**
   * {@code dw.forecast.bucket}, {@code .horizon}, {@code .objective}, {@code .models}: by what the
   * nights of the plan forecast, as far as nothing was made the plan's own; what is not set is left
   * to the source and the engine.
   */
  public PlanSettings forecast() {
    return new PlanSettings(
        given("dw.forecast.bucket").map(Settings::bucket),
        given("dw.forecast.horizon").map(Settings::horizon),
        given("dw.forecast.objective").map(Settings::objective),
        given("dw.forecast.models").map(Settings::models).orElse(List.of()));
  }

  private static Bucket bucket(String text) {
    try {
      return Bucket.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "dw.forecast.bucket is '" + text + "'; it must be one of " + List.of(Bucket.values()), e);
    }
  }

  private static int horizon(String text) {
    try {
      int periods = Integer.parseInt(text);
      if (periods >= 1 && periods <= MOST_PERIODS) {
        return periods;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new IllegalStateException(
        "dw.forecast.horizon is '"
            + text
            + "'; it must be a whole number of periods from 1 to "
            + MOST_PERIODS);
  }

  private static Objective objective(String text) {
    try {
      return Objective.named(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("dw.forecast.objective: " + e.getMessage(), e);
    }
  }

  private static List<String> models(String text) {
    try {
      return ModelNames.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("dw.forecast.models" + e.getMessage(), e);
    }
  }

  /** {@code dw.intake.returns}: what becomes of returns, see {@link ReturnsRule}. */
  public ReturnsRule returns() {
    try {
      return ReturnsRule.named(text("dw.intake.returns", "separate"));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("dw.intake.returns: " + e.getMessage(), e);
    }
  }

  /** {@code dw.erp.url}: where the configured ERP is, for another user to log in to. */
  public String erpUrl() {
    return text("dw.erp.url", "jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE");
  }

  /** {@code dw.erp.user}: as whom the plugin reads the ERP. */
  public String erpUser() {
    return text("dw.erp.user", "DEMANDWRIGHT");
  }

  /** {@code dw.erp.adapters}: folder of adapters that are not part of the product; none = empty. */
  public Optional<Path> erpAdapters() {
    return Optional.of(text("dw.erp.adapters", "").strip())
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }

  /** {@code dw.erp.check.seconds}: how long one query of the connection check may take. */
  public Duration erpCheckLimit() {
    return Duration.ofSeconds(Math.max(1, number("dw.erp.check.seconds", 30)));
  }

  /**
   * {@code dw.erp.check.run-seconds}: how long the check before a run may take in all; what it has
   * no time for is left to a check by hand.
   */
  public Duration erpCheckBeforeRun() {
    return Duration.ofSeconds(Math.max(1, number("dw.erp.check.run-seconds", 5)));
  }

  /**
   * {@code dw.erp.file.url}: the database that files of order lines are loaded into; empty = sales
   * are read from an ERP.
   */
  public String fileUrl() {
    return text("dw.erp.file.url", "").strip();
  }

  /** {@code dw.erp.file.user}: owner of that schema, never the user who reads the views. */
  public String fileUser() {
    String user = text("dw.erp.file.user", "").strip();
    if (user.isEmpty() || user.equalsIgnoreCase(erpUser())) {
      throw new IllegalStateException(
          "dw.erp.file.user is '"
              + user
              + "'; it must be the owner of the schema of the files, and another one than"
              + " dw.erp.user, who only reads");
    }
    return user;
  }

  /** {@code dw.erp.file.password}: of that owner. */
  public String filePassword() {
    return text("dw.erp.file.password", "");
  }

  /** {@code dw.files.max-mb}: the largest file that is taken, as it is sent. */
  public long mostFileBytes() {
    return (long) Math.max(1, number("dw.files.max-mb", 200)) << 20;
  }

  private Optional<String> given(String name) {
    return Optional.of(text(name, "").strip()).filter(text -> !text.isEmpty());
  }

  private int number(String name, int byDefault) {
    String text = text(name, String.valueOf(byDefault));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(name + " is '" + text + "'; it must be a whole number", e);
    }
  }

  private String text(String name, String byDefault) {
    return config.getOptionalValue(name, String.class).orElse(byDefault);
  }
}

package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.store.sql.Sql;

/** What each version knew of the calendar, so that it can be made again from its own inputs. */
@ApplicationScoped
public class CalendarStore {
  private final Sql sql;

  @Inject
  public CalendarStore(Sql sql) {
    this.sql = sql;
  }

  CalendarStore() {
    this(null);
  }

  /** Returns whether the calendar of a version is written; it never changes afterwards. */
  public boolean has(long versionId) {
    return sql.number("select count(*) from version_region where version_id = ?", versionId) > 0;
  }

  /**
   * Writes the calendar of a version.
   *
   * @throws IllegalArgumentException if no region is given for the sites that are not named
   */
  @Transactional
  public void write(long versionId, VersionCalendar calendar) {
    if (!calendar.regions().containsKey("")) {
      throw new IllegalArgumentException(
          "the calendar of version " + versionId + " names no region for all other sites");
    }
    sql.batch(
        "insert into version_region (version_id, site_id, region) values (?, ?, ?)",
        calendar.regions().entrySet().stream()
            .map(e -> new Object[] {versionId, e.getKey(), e.getValue()})
            .toList());
    sql.batch(
        "insert into version_event (version_id, event_name, first_day, last_day, region, site_id,"
            + " category) values (?, ?, ?, ?, ?, ?, ?)",
        calendar.occasions().stream().map(o -> row(versionId, o)).toList());
  }

  private static Object[] row(long versionId, VersionCalendar.Occasion o) {
    EventDays days = o.days();
    return new Object[] {
      versionId, days.name(), days.first(), days.last(), o.region(), o.siteId(), o.category()
    };
  }

  /** Reads the calendar of a version; empty where it was made before there were calendars. */
  public VersionCalendar read(long versionId) {
    Map<String, String> regions = new HashMap<>();
    sql.each(
        row -> Map.entry(row.getString(1), row.getString(2)),
        e -> regions.put(e.getKey(), e.getValue()),
        "select site_id, region from version_region where version_id = ?",
        versionId);
    List<VersionCalendar.Occasion> occasions =
        sql.list(
            row ->
                new VersionCalendar.Occasion(
                    new EventDays(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)),
            "select event_name, first_day, last_day, region, site_id, category from version_event"
                + " where version_id = ?",
            versionId);
    return new VersionCalendar(regions, occasions);
  }
}

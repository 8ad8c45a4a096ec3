package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.EventDays;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Events that people entered, and those of the ERP's calendar. */
@ApplicationScoped
public class EventStore {
  /** Entered by a person. */
  public static final String PLANNER = "PLANNER";

  /** Taken over from the ERP's calendar. */
  public static final String ERP = "ERP";

  private static final String NUMBERS = "event_number";

  private final Sql sql;

  @Inject
  public EventStore(Sql sql) {
    this.sql = sql;
  }

  EventStore() {
    this(null);
  }

  /**
   * One event; an empty site or category stands for all of them.
   *
   * @param source {@link #PLANNER} or {@link #ERP}
   */
  public record Entry(
      long eventId,
      PlannedEvent event,
      String siteId,
      String category,
      String enteredBy,
      Instant enteredAt,
      String source) {}

  /** An occasion that the ERP's calendar holds; an empty site stands for all of them. */
  public record Planned(PlannedEvent event, String siteId) {}

  /** Replaces the events that were taken over from the ERP; those that people entered stay. */
  @Transactional
  public void replaceThoseOfErp(List<Planned> occasions, Instant now) {
    sql.update("delete from planned_event where source = ?", ERP);
    Iterator<Long> numbers = sql.next(NUMBERS, occasions.size()).iterator();
    insert(
        occasions.stream()
            .map(p -> new Entry(numbers.next(), p.event(), p.siteId(), "", ERP, now, ERP))
            .toList());
  }

  /** Returns all events in the order of their first day. */
  public List<Entry> all() {
    return sql.list(EventStore::entry, "select * from planned_event order by first_day, event_id");
  }

  /** Returns events in the order of their first day and number, those behind a place in it. */
  public List<Entry> page(DataScope scope, LocalDate afterDay, long afterId, int limit) {
    Query query =
        Query.of("select e.* from planned_event e where e.first_day >= ?", afterDay)
            .and("(e.first_day > ? or e.event_id > ?)", afterDay, afterId);
    return sql.list(
        EventStore::entry,
        within(scope, query).add(" order by e.first_day, e.event_id").first(limit));
  }

  /** Returns an event, empty where there is none within the scope. */
  public Optional<Entry> find(DataScope scope, long eventId) {
    Query query = Query.of("select e.* from planned_event e where e.event_id = ?", eventId);
    return sql.list(EventStore::entry, within(scope, query)).stream().findFirst();
  }

  /** An event has no company: it is seen where a site and a category of its names are. */
  private static Query within(DataScope scope, Query query) {
    if (scope.isUnrestricted()) {
      return query;
    }
    return query
        .add(" and (e.site_id = '' or exists (select 1 from site t where t.site_id = e.site_id")
        .within(scope, ScopeColumns.ofSite("t"))
        .add("))")
        .add(" and (e.category = '' or exists (select 1 from item i where i.category = e.category")
        .within(scope, ScopeColumns.ofItem("i"))
        .add("))");
  }

  /** Adds an event and returns it with its number. */
  @Transactional
  public Entry add(PlannedEvent event, String siteId, String category, String by, Instant now) {
    Entry entry = new Entry(sql.next(NUMBERS), event, siteId, category, by, now, PLANNER);
    insert(List.of(entry));
    return entry;
  }

  private void insert(List<Entry> entries) {
    sql.batch(
        "insert into planned_event (event_id, event_name, first_day, last_day, yearly, site_id,"
            + " category, entered_by, entered_at, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entries.stream().map(EventStore::row).toList());
  }

  private static Object[] row(Entry e) {
    return new Object[] {
      e.eventId(),
      e.event().days().name(),
      e.event().days().first(),
      e.event().days().last(),
      e.event().yearly(),
      e.siteId(),
      e.category(),
      e.enteredBy(),
      e.enteredAt(),
      e.source()
    };
  }

  /**
   * Removes an event that a person entered.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean remove(long eventId) {
    return sql.update(
            "delete from planned_event where event_id = ? and source = ?", eventId, PLANNER)
        == 1;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    EventDays days =
        new EventDays(
            row.getString("event_name"),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class));
    return new Entry(
        row.getLong("event_id"),
        new PlannedEvent(days, row.getBoolean("yearly")),
        row.getString("site_id"),
        row.getString("category"),
        row.getString("entered_by"),
        Sql.instant(row, "entered_at").orElseThrow(),
        row.getString("source"));
  }
}

package org.demandwright.store.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** Keeps what was done by whom. Events are added and forgotten by age; nothing changes one. */
@ApplicationScoped
public class AuditEventStore {
  private final Sql sql;

  @Inject
  public AuditEventStore(Sql sql) {
    this.sql = sql;
  }

  AuditEventStore() {
    this(null);
  }

  /** Which events are asked for; an empty field means any. From is included, until is not. */
  public record Filter(
      Optional<String> actor,
      Optional<String> action,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> until) {
    public static final Filter ALL =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** The place of an event in the order of time. */
  public record Position(Instant happenedAt, long eventId) {
    /** Before the newest event. */
    public static final Position NEWEST =
        new Position(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
  }

  /** Adds an event; its number is given here. */
  public void add(AuditEvent e) {
    sql.update(
        "insert into audit_event (event_id, happened_at, actor, address, request_id, action,"
            + " subject, before_json, after_json)"
            + " values (nextval('audit_number'), ?, ?, ?, ?, ?, ?, ?, ?)",
        e.happenedAt(),
        e.actor(),
        e.address(),
        e.requestId(),
        e.action(),
        e.subject(),
        e.before().orElse(null),
        e.after().orElse(null));
  }

  /** Returns events, newest first, behind a position of that order. */
  public List<AuditEvent> older(Position than, Filter filter, int limit) {
    StringBuilder where =
        new StringBuilder("happened_at <= ? and (happened_at < ? or event_id < ?)");
    List<Object> parameters =
        new ArrayList<>(List.of(than.happenedAt(), than.happenedAt(), than.eventId()));
    narrow(where, parameters, " and actor = ?", filter.actor());
    narrow(where, parameters, " and action = ?", filter.action());
    narrow(where, parameters, " and subject = ?", filter.subject());
    narrow(where, parameters, " and happened_at >= ?", filter.from());
    narrow(where, parameters, " and happened_at < ?", filter.until());
    parameters.add(limit);
    return sql.list(
        AuditEventStore::event,
        "select * from audit_event where "
            + where
            + " order by happened_at desc, event_id desc limit ?",
        parameters.toArray());
  }

  private static void narrow(
      StringBuilder where, List<Object> parameters, String condition, Optional<?> value) {
    value.ifPresent(
        v -> {
          where.append(condition);
          parameters.add(v);
        });
  }

  /** Forgets the events before an instant and returns how many they were. */
  public int forget(Instant before) {
    return sql.update("delete from audit_event where happened_at < ?", before);
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getLong("event_id"),
        Sql.instant(row, "happened_at").orElseThrow(),
        row.getString("actor"),
        row.getString("address"),
        row.getString("request_id"),
        row.getString("action"),
        row.getString("subject"),
        Optional.ofNullable(row.getString("before_json")),
        Optional.ofNullable(row.getString("after_json")));
  }
}

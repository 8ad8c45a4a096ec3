package org.demandwright.store.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideLayer;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/** Overrides, and what became of each by whom. */
@ApplicationScoped
public class OverrideStore {
  private final Sql sql;

  @Inject
  public OverrideStore(Sql sql) {
    this.sql = sql;
  }

  OverrideStore() {
    this(null);
  }

  /**
   * What somebody wants to be final.
   *
   * @param first the first day whose total is meant
   * @param last the last one, included
   * @param uom the unit of the series of its scope, empty where they have none or several
   * @param note more about the reason, may be empty
   * @param expiresOn the last day on which it counts, whatever days it is about
   */
  public record Draft(
      String plan,
      Scope scope,
      LocalDate first,
      LocalDate last,
      Adjustment adjustment,
      String uom,
      OverrideReason reason,
      String note,
      String author,
      Optional<LocalDate> expiresOn) {
    public Draft {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(adjustment, "adjustment");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * An override with where it stands.
   *
   * @param revision counts its changes, from 1
   */
  public record Entry(
      long overrideId,
      OverrideStatus status,
      Draft draft,
      Instant createdAt,
      Optional<String> approvedBy,
      Optional<Instant> approvedAt,
      Optional<Instant> publishedAt,
      int revision) {

    /** Returns it as it lies over a forecast. */
    public OverrideLayer layer() {
      return new OverrideLayer(
          overrideId, draft.scope(), draft.first(), draft.last(), draft.adjustment());
    }
  }

  /**
   * One thing that happened to an override.
   *
   * @param before where it stood, empty when it was entered
   * @param after where it stands since, empty when the draft was deleted
   */
  public record Event(
      long overrideId,
      int revision,
      Instant at,
      String by,
      Optional<OverrideStatus> before,
      Optional<OverrideStatus> after,
      String note) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param plans one of these; none named = any
   * @param item which its scope names, not one that it merely holds; likewise site and category
   * @param about a day that lies in its days
   */
  public record Filter(
      List<String> plans,
      Optional<OverrideStatus> status,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<String> author,
      Optional<LocalDate> about) {}

  /** Keeps a draft and returns it with its number. */
  @Transactional
  public Entry add(Draft d, Instant now) {
    long id = sql.next("override_number");
    Scope s = d.scope();
    sql.update(
        "insert into forecast_override (override_id, plan_name, status, org_id, item_id, site_id,"
            + " channel_id, category, first_day, last_day, kind, amount, uom, reason, note, author,"
            + " created_at, expires_on, revision)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        id,
        d.plan(),
        OverrideStatus.DRAFT,
        s.org().orElse(null),
        s.item().orElse(null),
        s.site().orElse(null),
        s.channel().orElse(null),
        s.category().orElse(null),
        d.first(),
        d.last(),
        d.adjustment().kind(),
        d.adjustment().amount(),
        d.uom(),
        d.reason(),
        d.note(),
        d.author(),
        now,
        d.expiresOn().orElse(null));
    note(
        new Event(id, 1, now, d.author(), Optional.empty(), Optional.of(OverrideStatus.DRAFT), ""));
    return find(DataScope.unrestricted(), id).orElseThrow();
  }

  /**
   * Moves an override on, unless somebody else changed it meanwhile.
   *
   * @param seen as the caller knows it
   * @return whether it stood so
   */
  @Transactional
  public boolean move(Entry seen, OverrideStatus to, String by, Instant now, String note) {
    int revision = seen.revision() + 1;
    int moved =
        sql.update(
            "update forecast_override set status = ?, revision = ?"
                + stamp(to)
                + " where override_id = ? and revision = ?",
            moving(to, revision, by, now, seen));
    if (moved == 0) {
      return false;
    }
    note(
        new Event(
            seen.overrideId(),
            revision,
            now,
            by,
            Optional.of(seen.status()),
            Optional.of(to),
            note));
    return true;
  }

  private static String stamp(OverrideStatus to) {
    return switch (to) {
      case APPROVED -> ", approved_by = ?, approved_at = ?";
      case PUBLISHED -> ", published_at = ?";
      default -> "";
    };
  }

  private static Object[] moving(
      OverrideStatus to, int revision, String by, Instant now, Entry seen) {
    List<Object> parameters = new ArrayList<>(List.of(to, revision));
    if (to == OverrideStatus.APPROVED) {
      parameters.add(by);
    }
    if (to == OverrideStatus.APPROVED || to == OverrideStatus.PUBLISHED) {
      parameters.add(now);
    }
    parameters.addAll(List.of(seen.overrideId(), seen.revision()));
    return parameters.toArray();
  }

  /**
   * Deletes a draft unless somebody else changed it meanwhile; what happened to it stays.
   *
   * @return whether it stood so
   */
  @Transactional
  public boolean deleteDraft(Entry seen, String by, Instant now) {
    int deleted =
        sql.update(
            "delete from forecast_override where override_id = ? and revision = ? and status = ?",
            seen.overrideId(),
            seen.revision(),
            OverrideStatus.DRAFT);
    if (deleted == 1) {
      note(
          new Event(
              seen.overrideId(),
              seen.revision() + 1,
              now,
              by,
              Optional.of(seen.status()),
              Optional.empty(),
              ""));
      sql.update(
          "update override_event set plan_name = ? where override_id = ? and status_after is null",
          seen.draft().plan(),
          seen.overrideId());
    }
    return deleted == 1;
  }

  /** Returns the plan of a draft that was deleted; empty where nobody kept it. */
  public Optional<String> planOfDeleted(long overrideId) {
    return sql.first(
        row -> row.getString(1),
        "select plan_name from override_event where override_id = ? and plan_name is not null",
        overrideId);
  }

  private void note(Event e) {
    sql.update(
        "insert into override_event (override_id, revision, happened_at, done_by, status_before,"
            + " status_after, note) values (?, ?, ?, ?, ?, ?, ?)",
        e.overrideId(),
        e.revision(),
        e.at(),
        e.by(),
        e.before().orElse(null),
        e.after().orElse(null),
        e.note());
  }

  /**
   * Returns an override, empty where there is none within the scope. It belongs to a scope when it
   * says so itself: where companies are restricted it names one of them, likewise a site, and a
   * category or an item that is of these categories alone.
   */
  public Optional<Entry> find(DataScope scope, long overrideId) {
    Query query = Query.of(OverrideRow.SELECT + " where o.override_id = ?", overrideId);
    return sql.list(OverrideRow::entry, query.within(scope, OverrideRow.SCOPE)).stream()
        .findFirst();
  }

  /** Returns those of the overrides that are there. */
  public List<Entry> of(Collection<Long> overrideIds) {
    return sql.listIn(
        OverrideRow::entry, OverrideRow.SELECT + " where o.override_id in (#)", overrideIds);
  }

  /** Returns what counts for a plan, in the order in which it is laid: as it was published. */
  public List<Entry> published(String plan) {
    return sql.list(
        OverrideRow::entry,
        OverrideRow.SELECT
            + " where o.plan_name = ? and o.status = ? order by o.published_at, o.override_id",
        plan,
        OverrideStatus.PUBLISHED);
  }

  /** Returns overrides with a smaller number, newest first. */
  public List<Entry> before(DataScope scope, Filter filter, long overrideId, int limit) {
    Query query = Query.of(OverrideRow.SELECT + " where o.override_id < ?", overrideId);
    if (!filter.plans().isEmpty()) {
      query.andIn("o.plan_name", filter.plans());
    }
    query
        .and("o.status = ?", filter.status())
        .and("o.item_id = ?", filter.item())
        .and("o.site_id = ?", filter.site())
        .and("o.category = ?", filter.category())
        .and("o.author = ?", filter.author())
        .and("o.first_day <= ?", filter.about())
        .and("o.last_day >= ?", filter.about())
        .within(scope, OverrideRow.SCOPE);
    return sql.list(OverrideRow::entry, query.add(" order by o.override_id desc").first(limit));
  }

  /**
   * Returns the overrides of a plan that were ever published and concern a series on any of some
   * days, in the order in which they were: the last one lies on top.
   */
  public List<Entry> over(String plan, long seriesId, LocalDate first, LocalDate last) {
    return sql.list(
        OverrideRow::entry,
        OverrideRow.SELECT
            + " join series s on s.series_id = ? left join item i on i.org_id = s.org_id"
            + " and i.item_id = s.item_id where o.plan_name = ? and o.published_at is not null"
            + " and o.first_day <= ? and o.last_day >= ? and coalesce(o.org_id, s.org_id) = s.org_id"
            + " and coalesce(o.item_id, s.item_id) = s.item_id"
            + " and coalesce(o.site_id, s.site_id) = s.site_id"
            + " and coalesce(o.channel_id, s.channel_id) = s.channel_id"
            + " and (o.category is null or o.category = coalesce(i.category, ''))"
            + " order by o.published_at, o.override_id",
        seriesId,
        plan,
        last,
        first);
  }

  /** Returns what happened to an override, in order. */
  public List<Event> events(long overrideId) {
    return sql.list(
        row ->
            new Event(
                row.getLong("override_id"),
                row.getInt("revision"),
                Sql.instant(row, "happened_at").orElseThrow(),
                row.getString("done_by"),
                Optional.ofNullable(row.getString("status_before")).map(OverrideStatus::valueOf),
                Optional.ofNullable(row.getString("status_after")).map(OverrideStatus::valueOf),
                row.getString("note")),
        "select * from override_event where override_id = ? order by revision",
        overrideId);
  }
}

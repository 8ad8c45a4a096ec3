package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.InheritedDemand;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Items that follow each other, and the history that they take over. */
@ApplicationScoped
public class LinkStore {
  private static final String COLUMNS =
      "link_id, org_id, kind, predecessor_id, successor_id, site_id, first_day, last_day, factor,"
          + " ramp_shape, ramp_weeks, note, entered_by, entered_at";

  private final Sql sql;

  @Inject
  public LinkStore(Sql sql) {
    this.sql = sql;
  }

  LinkStore() {
    this(null);
  }

  /** A link with its number, and who entered it as it is. */
  public record Entry(
      long linkId, LifecycleLink link, String note, String enteredBy, Instant enteredAt) {}

  /**
   * Which links are meant; an empty part means any.
   *
   * @param item that is predecessor or successor
   */
  public record Filter(
      Optional<String> org, Optional<String> item, Optional<LifecycleLink.Kind> kind) {}

  /**
   * What a series takes over by a link.
   *
   * @param said in a sentence
   */
  public record Inheritance(
      long linkId, long seriesId, InheritedDemand demand, Words said, String author) {}

  /** Adds a link and returns it with its number. */
  @Transactional
  public Entry add(LifecycleLink link, String note, String by, Instant now) {
    Entry entry = new Entry(sql.next("lifecycle_link_number"), link, note, by, now);
    sql.insertAll("lifecycle_link", COLUMNS, List.<Object[]>of(values(entry)));
    return entry;
  }

  /** Puts another link under a number. */
  @Transactional
  public Entry change(long linkId, LifecycleLink link, String note, String by, Instant now) {
    Entry entry = new Entry(linkId, link, note, by, now);
    sql.update("delete from lifecycle_link where link_id = ?", linkId);
    sql.insertAll("lifecycle_link", COLUMNS, List.<Object[]>of(values(entry)));
    return entry;
  }

  /**
   * Removes a link.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean remove(long linkId) {
    return sql.update("delete from lifecycle_link where link_id = ?", linkId) == 1;
  }

  private static Object[] values(Entry e) {
    LifecycleLink l = e.link();
    return new Object[] {
      e.linkId(),
      l.org(),
      l.kind().name(),
      l.predecessor(),
      l.successor(),
      l.site().orElse(""),
      l.first(),
      l.last().orElse(null),
      l.factor(),
      l.ramp().map(r -> r.shape().name()).orElse(null),
      l.ramp().map(LifecycleLink.Ramp::weeks).orElse(null),
      e.note(),
      e.enteredBy(),
      e.enteredAt()
    };
  }

  /** Returns all links, by their numbers. */
  public List<Entry> all() {
    return sql.list(LinkStore::entry, "select * from lifecycle_link order by link_id");
  }

  /** Makes everybody else wait who enters a link, to the end of the transaction. */
  public void hold() {
    sql.lock("select revision from lifecycle_links");
  }

  /** Returns whether an item of a company is known, by the ERP or by what was sold of it. */
  public boolean isKnown(DataScope scope, String org, String item) {
    return isThere(
            Query.of("select 1 from item i where i.org_id = ? and i.item_id = ?", org, item)
                .within(scope, ScopeColumns.ofItem("i")))
        || isThere(
            Query.of("select 1 from series s where s.org_id = ? and s.item_id = ?", org, item)
                .within(scope, ScopeColumns.ofSeries("s")));
  }

  /** Returns whether a company has a site, or sells something at it. */
  public boolean isSite(String org, String site) {
    return isThere(
        Query.of("select 1 from site s where s.org_id = ? and s.site_id = ?", org, site)
            .add(
                " union all select 1 from series r where r.org_id = ? and r.site_id = ?",
                org,
                site));
  }

  /** Returns the companies that have this item, in order. */
  public List<String> companiesOf(DataScope scope, String item) {
    return sql.list(
        row -> row.getString(1),
        Query.of("select i.org_id from item i where i.item_id = ?", item)
            .within(scope, ScopeColumns.ofItem("i"))
            .add(" union select s.org_id from series s where s.item_id = ?", item)
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" order by 1"));
  }

  private boolean isThere(Query query) {
    return !sql.list(row -> row.getInt(1), query.first(1)).isEmpty();
  }

  /** Returns links with a larger number, by it. */
  public List<Entry> page(DataScope scope, Filter filter, long after, int limit) {
    Query query =
        Query.of("select l.* from lifecycle_link l where l.link_id > ?", after)
            .and("l.org_id = ?", filter.org())
            .and("l.kind = ?", filter.kind().map(Enum::name));
    filter
        .item()
        .ifPresent(item -> query.and("(l.predecessor_id = ? or l.successor_id = ?)", item, item));
    return sql.list(LinkStore::entry, within(scope, query).add(" order by l.link_id").first(limit));
  }

  /** Returns a link, empty where there is none within the scope. */
  public Optional<Entry> find(DataScope scope, long linkId) {
    Query query = Query.of("select l.* from lifecycle_link l where l.link_id = ?", linkId);
    return sql.list(LinkStore::entry, within(scope, query)).stream().findFirst();
  }

  /** Both items have to belong to it; a link of all sites is seen where any of them is. */
  private static Query within(DataScope scope, Query query) {
    if (scope.isUnrestricted()) {
      return query;
    }
    scope.companies().ifPresent(names -> query.andIn("l.org_id", names));
    scope
        .sites()
        .ifPresent(
            names -> query.add(" and (l.site_id = '' or 1 = 1").andIn("l.site_id", names).add(")"));
    scope
        .categories()
        .ifPresent(
            names ->
                query
                    .andItemOf("l", "predecessor_id", names)
                    .andItemOf("l", "successor_id", names));
    return query;
  }

  /**
   * Lays what series take over by links as corrections, in place of what they took over before;
   * what stays the same is left as it is.
   *
   * @param now from when on it counts
   */
  @Transactional
  public void inherit(List<Inheritance> wanted, Instant now) {
    Map<List<Long>, Laid> laid = new HashMap<>();
    sql.each(
        row ->
            new Laid(
                row.getLong(1),
                List.of(row.getLong(2), row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        l -> laid.put(l.key(), l),
        "select l.layer_id, i.link_id, l.series_id, i.content, i.unseen, l.reason"
            + " from demand_layer l join inherited_demand i on i.layer_id = l.layer_id"
            + " where l.withdrawn_at is null");
    List<Inheritance> fresh = new ArrayList<>();
    Set<List<Long>> kept = new HashSet<>();
    for (Inheritance w : wanted) {
      List<Long> key = List.of(w.linkId(), w.seriesId());
      Laid before = laid.get(key);
      if (before != null && before.is(w)) {
        kept.add(key);
      } else {
        fresh.add(w);
      }
    }
    for (Laid l : laid.values()) {
      if (!kept.contains(l.key())) {
        sql.update(
            "update demand_layer set withdrawn_at = ?, withdrawn_by = author where layer_id = ?",
            now,
            l.layerId());
      }
    }
    List<Long> ids = sql.next("layer_number", fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      lay(ids.get(i), fresh.get(i), now);
    }
  }

  private record Laid(long layerId, List<Long> key, String content, String unseen, String reason) {
    boolean is(Inheritance w) {
      return content.equals(InheritedText.content(w.demand()))
          && unseen.equals(InheritedText.unseen(w.demand()))
          && reason.equals(w.said().text());
    }
  }

  private void lay(long layerId, Inheritance w, Instant now) {
    var layer = w.demand().layer();
    sql.update(
        "insert into demand_layer (layer_id, series_id, kind, first_day, last_day, delta, reason,"
            + " author, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        layerId,
        w.seriesId(),
        layer.kind(),
        layer.first(),
        layer.last(),
        layer.delta().orElseThrow(),
        w.said().text(),
        w.author(),
        now);
    sql.update(
        "insert into inherited_demand (layer_id, link_id, content, unseen) values (?, ?, ?, ?)",
        layerId,
        w.linkId(),
        InheritedText.content(w.demand()),
        InheritedText.unseen(w.demand()));
  }

  /**
   * Returns, of the series with numbers in (after, upTo], the links by which a version took history
   * over, as texts that are the same as long as the links are.
   */
  public Map<Long, Set<String>> inherited(long versionId, long after, long upTo) {
    Map<Long, Set<String>> all = new HashMap<>();
    sql.list(
        row ->
            all.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                .add(row.getLong(2) + " " + row.getString(3)),
        "select a.series_id, i.link_id, l.reason from applied_layer a"
            + " join inherited_demand i on i.layer_id = a.layer_id"
            + " join demand_layer l on l.layer_id = a.layer_id"
            + " where a.version_id = ? and a.series_id > ? and a.series_id <= ?",
        versionId,
        after,
        upTo);
    return all;
  }

  /**
   * Forgets what was taken over once and is no longer, as far as no version that is there or can be
   * proved saw it.
   */
  @Transactional
  public void forgetUnseen() {
    String sawIt = " where coalesce(v.known_at, v.created_at) >= l.created_at";
    sawIt += " and coalesce(v.known_at, v.created_at) < l.withdrawn_at)";
    List<Long> unseen =
        sql.list(
            row -> row.getLong(1),
            "select l.layer_id from demand_layer l where l.kind = ? and l.withdrawn_at is not null"
                + " and not exists (select 1 from forecast_version v"
                + sawIt
                + " and not exists (select 1 from kept_version v"
                + sawIt,
            DemandLayer.Kind.INHERITED);
    sql.updateIn("delete from inherited_demand where layer_id in (#)", unseen);
    sql.updateIn("delete from demand_layer where layer_id in (#)", unseen);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Optional<LifecycleLink.Ramp> ramp = Optional.empty();
    String shape = row.getString("ramp_shape");
    if (shape != null) {
      ramp =
          Optional.of(
              new LifecycleLink.Ramp(
                  LifecycleLink.Ramp.Shape.valueOf(shape), row.getInt("ramp_weeks")));
    }
    return new Entry(
        row.getLong("link_id"),
        new LifecycleLink(
            row.getString("org_id"),
            LifecycleLink.Kind.valueOf(row.getString("kind")),
            row.getString("predecessor_id"),
            row.getString("successor_id"),
            Optional.of(row.getString("site_id")).filter(site -> !site.isEmpty()),
            row.getObject("first_day", LocalDate.class),
            Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
            row.getBigDecimal("factor"),
            ramp),
        row.getString("note"),
        row.getString("entered_by"),
        Sql.instant(row, "entered_at").orElseThrow());
  }
}

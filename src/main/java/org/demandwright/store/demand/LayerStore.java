package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Corrections that people lay over raw demand, and which of them went into which version. */
@ApplicationScoped
public class LayerStore {
  private static final String SELECT =
      "select l.*, s.org_id, s.item_id, s.site_id, s.channel_id, i.content, i.unseen from"
          + " demand_layer l join series s on s.series_id = l.series_id"
          + " left join inherited_demand i on i.layer_id = l.layer_id";

  /**
   * In which order layers are laid: first what is taken over, which is laid anew each night, then
   * what people said of the sum of both.
   */
  private static final String ORDER =
      " order by case when l.kind = 'INHERITED' then 0 else 1 end, l.layer_id";

  private final Sql sql;

  @Inject
  public LayerStore(Sql sql) {
    this.sql = sql;
  }

  LayerStore() {
    this(null);
  }

  /** A layer with its history: who laid it why, and who withdrew it. */
  public record Entry(
      long layerId,
      long seriesId,
      SeriesKey key,
      DemandLayer layer,
      String reason,
      String author,
      Instant createdAt,
      Optional<Instant> withdrawnAt,
      Optional<String> withdrawnBy) {
    /** Returns its reason: as a person gave it, or what it follows from. */
    public Words said() {
      return layer.kind() == DemandLayer.Kind.INHERITED
          ? Words.parse(reason)
          : Words.literal(reason);
    }
  }

  /** What a layer did to the demand of its days in a version, base units. */
  public record Applied(long seriesId, long layerId, BigDecimal before, BigDecimal after) {}

  /** A layer that went into a version, and the base units of its days below it and above it. */
  public record AppliedEntry(Entry entry, BigDecimal before, BigDecimal after) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param active whether it must not have been withdrawn, or must
   */
  public record Filter(Optional<Long> seriesId, Optional<Boolean> active) {}

  /** Adds a layer and returns it with its number. */
  @Transactional
  public Entry add(long seriesId, DemandLayer layer, String reason, String author, Instant now) {
    long id = sql.next("layer_number");
    sql.update(
        "insert into demand_layer (layer_id, series_id, kind, first_day, last_day, delta,"
            + " replacement, reason, author, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        seriesId,
        layer.kind().name(),
        layer.first(),
        layer.last(),
        layer.delta().orElse(null),
        layer.replacement().orElse(null),
        reason,
        author,
        now);
    return find(DataScope.unrestricted(), id).orElseThrow();
  }

  /** Makes everybody else wait who lays something over a series, to the end of the transaction. */
  public void hold(long seriesId) {
    sql.lock("select series_id from series where series_id = ?", seriesId);
  }

  /**
   * Returns a layer that counts, that somebody laid, and that has a day from … to in common; one
   * that follows from a mark may lie below others.
   */
  public Optional<Entry> overlapping(long seriesId, LocalDate first, LocalDate last) {
    return sql.first(
        LayerStore::entry,
        SELECT
            + " where l.series_id = ? and l.withdrawn_at is null and l.kind not in (?, ?)"
            + " and l.first_day <= ? and l.last_day >= ? order by l.layer_id"
            + " fetch first 1 rows only",
        seriesId,
        DemandLayer.Kind.NOT_DEMAND.name(),
        DemandLayer.Kind.INHERITED.name(),
        last,
        first);
  }

  /**
   * Withdraws a layer; it stays readable.
   *
   * @return whether there was one that had not been withdrawn before
   */
  @Transactional
  public boolean withdraw(long layerId, String by, Instant now) {
    return sql.update(
            "update demand_layer set withdrawn_at = ?, withdrawn_by = ?"
                + " where layer_id = ? and withdrawn_at is null",
            now,
            by,
            layerId)
        == 1;
  }

  /** Returns a layer, empty where there is none within the scope. */
  public Optional<Entry> find(DataScope scope, long layerId) {
    Query query = Query.of(SELECT + " where l.layer_id = ?", layerId);
    return sql.list(LayerStore::entry, query.within(scope, ScopeColumns.ofSeries("s"))).stream()
        .findFirst();
  }

  /** Returns layers with a smaller number, newest first. */
  public List<Entry> before(DataScope scope, long layerId, Filter filter, int limit) {
    Query query =
        Query.of(SELECT + " where l.layer_id < ?", layerId)
            .and("l.series_id = ?", filter.seriesId())
            .within(scope, ScopeColumns.ofSeries("s"));
    filter
        .active()
        .ifPresent(active -> query.and("l.withdrawn_at is " + (active ? "null" : "not null")));
    return sql.list(LayerStore::entry, query.add(" order by l.layer_id desc").first(limit));
  }

  /**
   * Returns the layers of the series numbered from … to that lay there at an instant, in the order
   * in which they are laid.
   */
  public List<Entry> activeAt(Instant when, long fromSeries, long toSeries) {
    return sql.list(
        LayerStore::entry,
        SELECT
            + " where l.series_id between ? and ? and l.created_at <= ?"
            + " and (l.withdrawn_at is null or l.withdrawn_at > ?)"
            + ORDER,
        fromSeries,
        toSeries,
        when,
        when);
  }

  /** Notes which layers went into series of a version, in place of what was noted of them. */
  public void apply(long versionId, List<Long> series, List<Applied> layers) {
    sql.batch(
        "delete from applied_layer where version_id = ? and series_id = ?",
        series.stream().map(id -> new Object[] {versionId, id}).toList());
    sql.batch(
        "insert into applied_layer (version_id, series_id, layer_id, before_units, after_units)"
            + " values (?, ?, ?, ?, ?)",
        layers.stream()
            .map(a -> new Object[] {versionId, a.seriesId(), a.layerId(), a.before(), a.after()})
            .toList());
  }

  /** Returns the layers that went into one series of a version, with what each did there. */
  public List<AppliedEntry> applied(long versionId, long seriesId) {
    return sql.list(
        row ->
            new AppliedEntry(
                entry(row), row.getBigDecimal("before_units"), row.getBigDecimal("after_units")),
        "select l.*, s.org_id, s.item_id, s.site_id, s.channel_id, i.content, i.unseen,"
            + " a.before_units, a.after_units"
            + " from applied_layer a join demand_layer l on l.layer_id = a.layer_id"
            + " join series s on s.series_id = l.series_id"
            + " left join inherited_demand i on i.layer_id = l.layer_id"
            + " where a.version_id = ? and a.series_id = ?"
            + ORDER,
        versionId,
        seriesId);
  }

  /**
   * Returns the gross demand of the days of layers in the raw, base units, by the layers' numbers;
   * 0 where nothing was sold.
   */
  public Map<Long, BigDecimal> gross(Collection<Long> layerIds) {
    Map<Long, BigDecimal> gross = new HashMap<>();
    sql.listIn(
        row -> gross.put(row.getLong(1), row.getBigDecimal(2)),
        "select l.layer_id, coalesce(sum(x.quantity), 0) from demand_layer l"
            + " left join sales_line x on x.series_id = l.series_id"
            + " and x.booked_on between l.first_day and l.last_day"
            + " and x.excluded_because is null and x.quantity > 0"
            + " where l.layer_id in (#) group by l.layer_id",
        layerIds);
    return gross;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    DemandLayer layer =
        new DemandLayer(
            DemandLayer.Kind.valueOf(row.getString("kind")),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class),
            Optional.ofNullable(row.getBigDecimal("delta")),
            Optional.ofNullable(row.getBigDecimal("replacement")),
            InheritedText.demand(row.getString("content"), row.getString("unseen")));
    return new Entry(
        row.getLong("layer_id"),
        row.getLong("series_id"),
        new SeriesKey(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id")),
        layer,
        row.getString("reason"),
        row.getString("author"),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "withdrawn_at"),
        Optional.ofNullable(row.getString("withdrawn_by")));
  }
}

package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.price.PriceFit;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What was learned of prices: lessons, of which the newest of a plan that is made counts. */
@ApplicationScoped
public class PriceResponseStore {
  private static final String LESSON =
      "select lesson_id, plan_name, instance_id, as_of, made_at from price_lesson";
  private static final String COLUMNS =
      "place_no, org_id, item_id, site_id, category, currency, usual, low, high, prices, changes,"
          + " days, promoted_days, out_days, promoted_prices, own, own_variance, weeks, own_unknown,"
          + " own_weight, pooled, elasticity, deviation, unknown_because";

  private final Sql sql;

  @Inject
  public PriceResponseStore(Sql sql) {
    this.sql = sql;
  }

  PriceResponseStore() {
    this(null);
  }

  /**
   * Something that is learned at once.
   *
   * @param asOf the day as of which it is
   * @param madeAt empty while it is learned
   */
  public record Lesson(
      long lessonId, String plan, long instanceId, LocalDate asOf, Optional<Instant> madeAt) {}

  /** Which rows are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<Boolean> known) {
    /** Everything. */
    public static Filter all() {
      return new Filter(
          DataScope.unrestricted(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** Begins the lesson of a run; the one that it began before goes on. */
  @Transactional
  public Lesson begin(long instanceId, String plan, LocalDate asOf) {
    if (ofInstance(instanceId).isEmpty()) {
      sql.update(
          "insert into price_lesson (lesson_id, plan_name, instance_id, as_of) values (?, ?, ?, ?)",
          sql.next("price_lesson_no"),
          plan,
          instanceId,
          asOf);
    }
    return ofInstance(instanceId).orElseThrow();
  }

  /** Returns the lesson of a run. */
  public Optional<Lesson> ofInstance(long instanceId) {
    return sql.first(PriceResponseStore::lesson, LESSON + " where instance_id = ?", instanceId);
  }

  /** Returns the newest lesson of a plan that is made. */
  public Optional<Lesson> newest(String plan) {
    return sql.first(
        PriceResponseStore::lesson,
        LESSON + " where plan_name = ? and made_at is not null order by lesson_id desc limit 1",
        plan);
  }

  /** Returns a lesson that is made. */
  public Optional<Lesson> find(long lessonId) {
    return sql.first(
        PriceResponseStore::lesson,
        LESSON + " where lesson_id = ? and made_at is not null",
        lessonId);
  }

  /** Writes what places tell, in place of what was written of them before. */
  @Transactional
  public void write(long lessonId, List<PlacePrice> places) {
    sql.batch(
        "delete from price_response where lesson_id = ? and place_no = ?",
        places.stream().map(p -> new Object[] {lessonId, p.number()}).toList());
    sql.insertAll(
        "price_response",
        "lesson_id, " + COLUMNS,
        places.stream().map(p -> values(lessonId, p)).toList());
  }

  /** Notes that a lesson is made. */
  @Transactional
  public void finish(Lesson lesson, Instant now) {
    sql.update("update price_lesson set made_at = ? where lesson_id = ?", now, lesson.lessonId());
  }

  /** Forgets the lessons of a plan before one. */
  @Transactional
  public void forgetBefore(Lesson lesson) {
    sql.update(
        "delete from price_response where lesson_id in (select lesson_id from price_lesson"
            + " where plan_name = ? and lesson_id < ?)",
        lesson.plan(),
        lesson.lessonId());
    sql.update(
        "delete from price_lesson where plan_name = ? and lesson_id < ?",
        lesson.plan(),
        lesson.lessonId());
  }

  /** Returns rows behind a place, in the order of the places. */
  public List<PlacePrice> page(long lessonId, Filter filter, long after, int limit) {
    return sql.list(
        PriceResponseStore::place,
        Query.of("select " + COLUMNS + " from price_response e where lesson_id = ?", lessonId)
            .and("place_no > ?", after)
            .and("org_id = ?", filter.org())
            .and("item_id = ?", filter.item())
            .and("site_id = ?", filter.site())
            .and("category = ?", filter.category())
            .and("(unknown_because is null) = ?", filter.known())
            .within(filter.scope(), ScopeColumns.ofSeries("e"))
            .add(" order by place_no")
            .first(limit));
  }

  private static Object[] values(long lessonId, PlacePrice p) {
    PriceSupport s = p.support();
    PriceFit fit = p.response().fit();
    return new Object[] {
      lessonId,
      p.number(),
      p.key().org(),
      p.key().item(),
      p.key().site(),
      p.category(),
      p.currency().orElse(null),
      s.usual(),
      s.low(),
      s.high(),
      s.prices(),
      s.changes(),
      s.days(),
      s.promotedDays(),
      s.outDays(),
      s.promotedPrices(),
      fit.elasticity(),
      fit.variance(),
      fit.weeks(),
      fit.unknown().orElse(null),
      p.response().weight(),
      p.response().pooled(),
      p.response().elasticity(),
      p.response().deviation(),
      p.response().unknown().orElse(null)
    };
  }

  private static Lesson lesson(ResultSet row) throws SQLException {
    return new Lesson(
        row.getLong("lesson_id"),
        row.getString("plan_name"),
        row.getLong("instance_id"),
        row.getObject("as_of", LocalDate.class),
        Sql.instant(row, "made_at"));
  }

  private static PlacePrice place(ResultSet row) throws SQLException {
    PriceSupport support =
        new PriceSupport(
            row.getString("site_id"),
            row.getDouble("usual"),
            row.getDouble("low"),
            row.getDouble("high"),
            row.getInt("prices"),
            row.getInt("changes"),
            row.getInt("days"),
            row.getInt("promoted_days"),
            row.getInt("out_days"),
            row.getInt("promoted_prices"));
    return new PlacePrice(
        row.getLong("place_no"),
        new PolicySubject.Key(
            row.getString("org_id"), row.getString("item_id"), row.getString("site_id")),
        row.getString("category"),
        Optional.ofNullable(row.getString("currency")),
        support,
        new PriceResponse(
            new PriceFit(
                row.getDouble("own"),
                row.getDouble("own_variance"),
                row.getInt("weeks"),
                List.of(support),
                unknown(row, "own_unknown")),
            row.getDouble("own_weight"),
            row.getDouble("pooled"),
            row.getDouble("elasticity"),
            row.getDouble("deviation"),
            unknown(row, "unknown_because")));
  }

  private static Optional<PriceUnknown> unknown(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(PriceUnknown::valueOf);
  }
}

package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * The campaign calendar: promotions that the ERP tells, and those that people planned here, which
 * alone can be changed.
 */
@ApplicationScoped
public class PromotionStore {
  private static final String NUMBERS = "planned_promotion_no";
  private static final String THEIRS =
      "select p.promotion_id, p.org_id, p.item_id, p.site_id, p.from_date, p.to_date"
          + " from promotion p where p.from_date >= ?";
  private static final String OURS = "select p.* from planned_promotion p where ";

  private final Sql sql;

  @Inject
  public PromotionStore(Sql sql) {
    this.sql = sql;
  }

  PromotionStore() {
    this(null);
  }

  /**
   * Which promotions are meant; an empty part means any.
   *
   * @param site at which they are, also where they are at every site
   * @param from those that end on this day or later
   * @param to those that begin on this day or earlier
   * @param own whether they were planned here, or are told by the ERP
   */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Boolean> own) {
    /** Everything that is to be seen. */
    public static Filter within(DataScope scope) {
      return new Filter(
          scope,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * A place in the order: by first day, the ERP's before others.
   *
   * @param own whether it was planned here
   * @param org of one that the ERP tells
   * @param id of one that the ERP tells
   * @param number of one that was planned here
   */
  public record Position(LocalDate from, boolean own, String org, String id, long number) {
    /** Before everything. */
    public static final Position START = new Position(LocalDate.of(1, 1, 1), false, "", "", 0);

    /** Returns where a promotion stands. */
    public static Position of(PlannedPromotion p) {
      return new Position(
          p.promotion().from(),
          p.entered().isPresent(),
          p.promotion().item().orgId(),
          p.promotion().promotionId(),
          p.entered().map(PlannedPromotion.Entered::number).orElse(0L));
    }
  }

  /** Returns promotions behind a position, in the order of their first days. */
  public List<PlannedPromotion> page(Filter filter, Position after, int limit) {
    List<PlannedPromotion> all = new ArrayList<>();
    if (!filter.own().orElse(false)) {
      all.addAll(theirs(filter, after, limit));
    }
    if (filter.own().orElse(true)) {
      all.addAll(ours(filter, after, limit));
    }
    return all.stream()
        .sorted(
            Comparator.comparing((PlannedPromotion p) -> p.promotion().from())
                .thenComparing(p -> p.entered().isPresent()))
        .limit(limit)
        .toList();
  }

  private List<PlannedPromotion> theirs(Filter filter, Position after, int limit) {
    Query query = Query.of(THEIRS, after.from());
    if (after.own()) {
      query.and("p.from_date > ?", after.from());
    } else {
      query.and(
          "(p.from_date > ? or p.org_id > ? or p.org_id = ? and p.promotion_id > ?)",
          after.from(),
          after.org(),
          after.org(),
          after.id());
    }
    return sql.list(
        PromotionStore::their,
        filtered(query, filter)
            .add(" order by p.from_date, p.org_id, p.promotion_id")
            .first(limit));
  }

  private List<PlannedPromotion> ours(Filter filter, Position after, int limit) {
    Query query = Query.of(OURS + "p.from_date >= ?", after.from());
    if (after.own()) {
      query.and("(p.from_date > ? or p.promotion_no > ?)", after.from(), after.number());
    }
    return sql.list(
        PromotionStore::our,
        filtered(query, filter).add(" order by p.from_date, p.promotion_no").first(limit));
  }

  private static Query filtered(Query query, Filter filter) {
    query
        .and("p.org_id = ?", filter.org())
        .and("p.item_id = ?", filter.item())
        .and("(p.site_id is null or p.site_id = ?)", filter.site())
        .and("p.to_date >= ?", filter.from())
        .and("p.from_date <= ?", filter.to());
    filter.category().ifPresent(c -> query.andItemOf("p", List.of(c)));
    return within(filter.scope(), query);
  }

  /** One at every site is seen where a site of its company is. */
  private static Query within(DataScope scope, Query query) {
    if (scope.isUnrestricted()) {
      return query;
    }
    return query
        .within(
            scope,
            new ScopeColumns("p.org_id", Optional.empty(), Optional.empty(), Optional.of("p")))
        .add(" and exists (select 1 from site t where t.org_id = p.org_id")
        .add(" and (p.site_id is null or t.site_id = p.site_id)")
        .within(scope, ScopeColumns.ofSite("t"))
        .add(")");
  }

  /** Returns a promotion that was planned here, within a scope. */
  public Optional<PlannedPromotion> find(DataScope scope, long number) {
    return sql
        .list(PromotionStore::our, within(scope, Query.of(OURS + "p.promotion_no = ?", number)))
        .stream()
        .findFirst();
  }

  /** Returns a promotion that the ERP tells, within a scope. */
  public Optional<PlannedPromotion> find(DataScope scope, String org, String id) {
    return sql
        .list(
            PromotionStore::their,
            within(
                scope,
                Query.of(THEIRS, Position.START.from())
                    .and("p.org_id = ?", org)
                    .and("p.promotion_id = ?", id)))
        .stream()
        .findFirst();
  }

  /** Plans a promotion and returns it with its number. */
  @Transactional
  public PlannedPromotion add(PlannedPromotion.Wish wish, String by, Instant now) {
    PlannedPromotion added = PlannedPromotion.of(sql.next(NUMBERS), wish, by, now);
    insert(added);
    return added;
  }

  /** Puts another promotion in the place of one that was planned here. */
  @Transactional
  public PlannedPromotion change(long number, PlannedPromotion.Wish wish, String by, Instant now) {
    remove(number);
    PlannedPromotion changed = PlannedPromotion.of(number, wish, by, now);
    insert(changed);
    return changed;
  }

  /** Removes a promotion that was planned here. */
  @Transactional
  public void remove(long number) {
    sql.update("delete from planned_promotion where promotion_no = ?", number);
  }

  private void insert(PlannedPromotion p) {
    PlannedPromotion.Entered entered = p.entered().orElseThrow();
    sql.update(
        "insert into planned_promotion (promotion_no, org_id, item_id, site_id, from_date, to_date,"
            + " campaign, depth, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entered.number(),
        p.promotion().item().orgId(),
        p.promotion().item().itemId(),
        p.promotion().siteId(),
        p.promotion().from(),
        p.promotion().to(),
        p.campaign(),
        p.depth().orElse(null),
        entered.by(),
        entered.at());
  }

  private static PlannedPromotion their(ResultSet row) throws SQLException {
    return new PlannedPromotion(
        promotion(row, row.getString("promotion_id")), "", Optional.empty(), Optional.empty());
  }

  private static PlannedPromotion our(ResultSet row) throws SQLException {
    long number = row.getLong("promotion_no");
    return new PlannedPromotion(
        promotion(row, PlannedPromotion.OWN + number),
        row.getString("campaign"),
        Optional.ofNullable(row.getBigDecimal("depth")),
        Optional.of(
            new PlannedPromotion.Entered(
                number,
                row.getString("entered_by"),
                Sql.instant(row, "entered_at").orElseThrow())));
  }

  private static Promotion promotion(ResultSet row, String id) throws SQLException {
    return new Promotion(
        id,
        new ItemKey(row.getString("org_id"), row.getString("item_id")),
        row.getString("site_id"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("to_date", LocalDate.class));
  }
}

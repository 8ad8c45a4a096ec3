package org.demandwright.erp.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.erp.ErpExchangeRate;
import org.demandwright.erp.ErpInactiveItem;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpKitComponent;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SupplyViews;
import org.demandwright.erp.Watermark;

/** The ERP's canonical views, read through JPA. */
@ApplicationScoped
class JpaErpSource implements ErpSource {
  private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1, 1, 1, 0, 0);

  private static final String LINE =
      "select new %s(%s) from SalesLineRow v "
          .formatted(
              ErpSalesLine.class.getName(),
              Arrays.stream(ErpSalesLine.class.getRecordComponents())
                  .map(c -> "v." + c.getName())
                  .collect(Collectors.joining(", ")));

  private static final int IN_BLOCK = 500;

  private final ErpUnit erp;

  @Inject
  JpaErpSource(ErpUnit erp) {
    this.erp = erp;
  }

  JpaErpSource() {
    this(null);
  }

  @Override
  public List<String> problems() {
    return new ViewProbes(erp).problems();
  }

  @Override
  public Set<String> views() {
    return ViewProbes.views();
  }

  /**
   * Of lines to the newest there are, which may be all: over a view that joins, PostgreSQL reads
   * the lines for this, without the join, and H2 with it.
   */
  @Override
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    return erp.read(
        em -> {
          TypedQuery<Object[]> query =
              em.createQuery(
                  "select count(v), min(v.changedAt), max(v.changedAt) from SalesLineRow v"
                      + " where v.changedAt > :after"
                      + (upTo.isPresent() ? " and v.changedAt <= :upTo" : ""),
                  Object[].class);
          query.setParameter("after", after);
          upTo.ifPresent(end -> query.setParameter("upTo", end));
          Object[] row = query.getSingleResult();
          return new Extent(
              (Long) row[0],
              Optional.ofNullable((LocalDateTime) row[1]),
              Optional.ofNullable((LocalDateTime) row[2]));
        });
  }

  @Override
  public long countWithoutStamp() {
    return erp.read(
        em ->
            em.createQuery(
                    "select count(v) from SalesLineRow v where v.changedAt is null", Long.class)
                .getSingleResult());
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        LINE
                            + "where v.changedAt > :after and v.changedAt <= :upTo"
                            + " order by v.changedAt, v.sourceKey, v.lineId",
                        ErpSalesLine.class)
                    .setParameter("after", after)
                    .setParameter("upTo", upTo),
                limit));
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        LINE
                            + "where v.changedAt = :stamp and v.sourceKey >= :key"
                            + " and (v.sourceKey > :key or v.lineId > :id)"
                            + " order by v.sourceKey, v.lineId",
                        ErpSalesLine.class)
                    .setParameter("stamp", position.changedAt())
                    .setParameter("key", position.sourceKey())
                    .setParameter("id", position.lineId()),
                limit));
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo) {
    return new ChangeSums(erp).daily(from == null ? BEFORE_ALL : from, upTo);
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo) {
    return new ChangeSums(erp).hourly(from, upTo);
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    List<ErpSalesLine> found = new ArrayList<>();
    List<Watermark> all = List.copyOf(places);
    for (int from = 0; from < all.size(); from += IN_BLOCK) {
      List<Watermark> block = all.subList(from, Math.min(all.size(), from + IN_BLOCK));
      Set<Long> keys = new TreeSet<>();
      Set<String> ids = new TreeSet<>();
      block.forEach(
          p -> {
            if (p.sourceKey() == 0) {
              ids.add(p.lineId());
            } else {
              keys.add(p.sourceKey());
            }
          });
      found.addAll(linesWhere("v.sourceKey in :wanted", keys));
      found.addAll(linesWhere("v.sourceKey = 0 and v.lineId in :wanted", ids));
    }
    return found;
  }

  private List<ErpSalesLine> linesWhere(String condition, Set<?> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return erp.read(
        em ->
            em.createQuery(LINE + "where " + condition, ErpSalesLine.class)
                .setParameter("wanted", wanted)
                .getResultList());
  }

  @Override
  public List<ErpItem> items(String afterId, String afterOrg, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpItem(v.orgId, v.itemId, v.itemCode,"
                            + " v.itemName, v.category, v.uomId, v.leadTimeDays) from ItemRow v"
                            + " where v.itemId >= :after and (v.itemId > :after or v.orgId > :org)"
                            + " order by v.itemId, v.orgId",
                        ErpItem.class)
                    .setParameter("after", afterId)
                    .setParameter("org", afterOrg),
                limit));
  }

  @Override
  public List<ErpInactiveItem> inactiveItems(String afterId, String afterOrg, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpInactiveItem(v.orgId, v.itemId,"
                            + " v.changedAt) from ItemRow v where v.active = false"
                            + " and v.itemId >= :after and (v.itemId > :after or v.orgId > :org)"
                            + " order by v.itemId, v.orgId",
                        ErpInactiveItem.class)
                    .setParameter("after", afterId)
                    .setParameter("org", afterOrg),
                limit));
  }

  @Override
  public List<ErpSite> sites() {
    return erp.read(
        em ->
            em.createQuery(
                    "select new org.demandwright.erp.ErpSite(v.orgId, v.siteId, v.siteName)"
                        + " from SiteRow v",
                    ErpSite.class)
                .getResultList());
  }

  @Override
  public List<ErpKitComponent> kitComponents() {
    return erp.read(
        em ->
            em.createQuery(
                    "select new org.demandwright.erp.ErpKitComponent(v.orgId, v.kitItemId,"
                        + " v.componentItemId, v.quantity) from KitComponentRow v",
                    ErpKitComponent.class)
                .getResultList());
  }

  @Override
  public List<ErpCalendarDay> calendar() {
    return erp.read(
        em ->
            em.createQuery(
                    "select new org.demandwright.erp.ErpCalendarDay(v.eventDate, v.eventName,"
                        + " v.kind, v.siteId) from CalendarRow v order by v.eventName, v.kind,"
                        + " v.siteId, v.eventDate",
                    ErpCalendarDay.class)
                .getResultList());
  }

  @Override
  public List<ErpPrice> prices(String afterId, String afterOrg, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpPrice(v.priceId, v.orgId, v.itemId,"
                            + " v.siteId, v.validFrom, v.validTo, v.unitPrice, v.currency) from"
                            + " PriceRow v where v.priceId >= :after"
                            + " and (v.priceId > :after or v.orgId > :org)"
                            + " order by v.priceId, v.orgId",
                        ErpPrice.class)
                    .setParameter("after", afterId)
                    .setParameter("org", afterOrg),
                limit));
  }

  @Override
  public List<ErpPromotion> promotions(String afterId, String afterOrg, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpPromotion(v.promotionId, v.orgId,"
                            + " v.itemId, v.siteId, v.fromDate, v.toDate) from PromotionRow v where"
                            + " v.promotionId >= :after"
                            + " and (v.promotionId > :after or v.orgId > :org)"
                            + " order by v.promotionId, v.orgId",
                        ErpPromotion.class)
                    .setParameter("after", afterId)
                    .setParameter("org", afterOrg),
                limit));
  }

  @Override
  public List<ErpExchangeRate> exchangeRates(Optional<ErpExchangeRate> after, int limit) {
    if (!new ViewProbes(erp).isThere(ExchangeRateRow.class)) {
      return List.of();
    }
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpExchangeRate(v.fromCurrency,"
                            + " v.toCurrency, v.validFrom, v.units, v.rate) from ExchangeRateRow v"
                            + " where v.validFrom >= :day and (v.validFrom > :day"
                            + " or v.fromCurrency > :from"
                            + " or (v.fromCurrency = :from and v.toCurrency > :to))"
                            + " order by v.validFrom, v.fromCurrency, v.toCurrency",
                        ErpExchangeRate.class)
                    .setParameter(
                        "day", after.map(ErpExchangeRate::validFrom).orElse(LocalDate.of(1, 1, 1)))
                    .setParameter("from", after.map(ErpExchangeRate::fromCurrency).orElse(""))
                    .setParameter("to", after.map(ErpExchangeRate::toCurrency).orElse("")),
                limit));
  }

  @Override
  public OptionalLong lastStockMovement() {
    return erp.read(
        em ->
            optional(
                em.createQuery("select max(v.sourceKey) from StockLedgerRow v", Long.class)
                    .getSingleResult()));
  }

  @Override
  public OptionalLong nextStockMovement(long after) {
    return erp.read(
        em ->
            optional(
                em.createQuery(
                        "select min(v.sourceKey) from StockLedgerRow v where v.sourceKey > :after",
                        Long.class)
                    .setParameter("after", after)
                    .getSingleResult()));
  }

  private static OptionalLong optional(Long key) {
    return key == null ? OptionalLong.empty() : OptionalLong.of(key);
  }

  @Override
  public List<ErpStockMovement> negativeBalances(long after, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpStockMovement(v.sourceKey, v.orgId,"
                            + " v.itemId, v.siteId, v.postedOn, v.balanceAfter)"
                            + " from StockLedgerRow v where v.sourceKey > :after"
                            + " and v.balanceAfter < 0 order by v.sourceKey",
                        ErpStockMovement.class)
                    .setParameter("after", after),
                limit));
  }

  @Override
  public List<ErpStockMovement> stockMovements(long after, long upTo, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpStockMovement(v.sourceKey, v.orgId,"
                            + " v.itemId, v.siteId, v.postedOn, v.balanceAfter)"
                            + " from StockLedgerRow v where v.sourceKey > :after"
                            + " and v.sourceKey <= :upTo"
                            + " and (v.quantity > 0 or v.balanceAfter <= 0) order by v.sourceKey",
                        ErpStockMovement.class)
                    .setParameter("after", after)
                    .setParameter("upTo", upTo),
                limit));
  }

  @Override
  public SupplyViews supply() {
    return new JpaSupplyViews(erp);
  }

  private static <T> List<T> page(TypedQuery<T> query, int limit) {
    return query.setMaxResults(limit).setHint("eclipselink.jdbc.fetch-size", limit).getResultList();
  }
}

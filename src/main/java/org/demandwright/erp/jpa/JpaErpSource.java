package org.demandwright.erp.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.erp.ErpInactiveItem;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpKitComponent;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.erp.Watermark;

/** The ERP's canonical views, read through JPA. */
@ApplicationScoped
class JpaErpSource implements ErpSource {
  private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1, 1, 1, 0, 0);

  private static final String LINE =
      "select new org.demandwright.erp.ErpSalesLine(v.lineId, v.sourceKind, v.sourceKey,"
          + " v.excludedBecause, v.flags, v.orgId, v.documentNo, v.lineKind,"
          + " v.demandDate, v.originalDate, v.itemId, v.siteId, v.customerId, v.channelId,"
          + " v.quantity, v.uomId, v.unitPriceNet, v.netAmount, v.currency, v.onPromotion,"
          + " v.dropShip, v.kit, v.changedAt) from SalesLineRow v ";

  private static final String HOUR = "cast(changed_at as date), extract(hour from changed_at)";

  /**
   * Sums as the store keeps the numbers, and 'KIT' counts: the store gives it that reason itself.
   */
  private static final String SUMS =
      "select "
          + HOUR
          + ", count(*), sum(case when excluded_because is null or excluded_because = 'KIT' then 1"
          + " else 0 end), sum(cast(quantity as decimal(19, 6))), sum(cast(net_amount as"
          + " decimal(19, 6))), sum(source_key) from dw_sales_line where changed_at <= ?1 group by "
          + HOUR;

  private static final int IN_BLOCK = 500;

  /** One probe per view: a query that names every column the product reads, and no row. */
  private static final List<String> PROBES =
      List.of(
          "SalesLineRow",
          "ItemRow",
          "SiteRow",
          "PriceRow",
          "PromotionRow",
          "StockLedgerRow",
          "KitComponentRow",
          "CalendarRow");

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
    return unreachable()
        .map(List::of)
        .orElseGet(() -> PROBES.stream().flatMap(this::problemOf).toList());
  }

  /** Asks the database for a sign of life: where it is down, each view would say so after long. */
  private Optional<String> unreachable() {
    try {
      erp.read(em -> em.createNativeQuery("select 1").getSingleResult());
      return Optional.empty();
    } catch (PersistenceException | IllegalStateException e) {
      return Optional.of("the database does not answer: " + rootMessage(e));
    }
  }

  private Stream<String> problemOf(String entity) {
    try {
      erp.read(em -> em.createQuery("select v from " + entity + " v where 1 = 0").getResultList());
      return Stream.empty();
    } catch (PersistenceException | IllegalStateException e) {
      return Stream.of(viewOf(entity) + ": " + rootMessage(e));
    }
  }

  private static String viewOf(String entity) {
    return "dw_"
        + entity
            .substring(0, entity.length() - "Row".length())
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(java.util.Locale.ROOT);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    return text.lines().findFirst().orElse(text);
  }

  @Override
  public long countLines(LocalDateTime after, LocalDateTime upTo) {
    return erp.read(
        em ->
            em.createQuery(
                    "select count(v) from SalesLineRow v"
                        + " where v.changedAt > :after and v.changedAt <= :upTo",
                    Long.class)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("upTo", upTo)
                .getSingleResult());
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
  public Optional<LocalDateTime> lastChange() {
    return edge(BEFORE_ALL, "desc");
  }

  @Override
  public Optional<LocalDateTime> firstChange(LocalDateTime changedAfter) {
    return edge(changedAfter == null ? BEFORE_ALL : changedAfter, "asc");
  }

  /** Not min or max: over a view that joins, PostgreSQL reads all lines for them. */
  private Optional<LocalDateTime> edge(LocalDateTime changedAfter, String direction) {
    return erp.read(
        em ->
            em
                .createQuery(
                    "select v.changedAt from SalesLineRow v where v.changedAt > :after"
                        + " order by v.changedAt "
                        + direction,
                    LocalDateTime.class)
                .setParameter("after", changedAfter)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
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
  public SortedMap<LocalDateTime, LineSums> sums(LocalDateTime upTo) {
    List<?> rows = erp.read(em -> em.createNativeQuery(SUMS).setParameter(1, upTo).getResultList());
    SortedMap<LocalDateTime, LineSums> sums = new TreeMap<>();
    rows.stream().map(r -> sums((Object[]) r)).forEach(s -> sums.put(s.hour(), s));
    return sums;
  }

  /** Databases differ in the types of dates, hours and sums, and agree in how they are written. */
  private static LineSums sums(Object[] row) {
    return new LineSums(
        LocalDate.parse(row[0].toString()).atTime(((Number) row[1]).intValue(), 0),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        decimal(row[4]),
        decimal(row[5]),
        decimal(row[6]));
  }

  private static BigDecimal decimal(Object sum) {
    return sum == null ? BigDecimal.ZERO : new BigDecimal(sum.toString());
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
  public List<ErpPrice> prices(String afterId, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpPrice(v.priceId, v.orgId, v.itemId,"
                            + " v.siteId, v.validFrom, v.validTo, v.unitPrice, v.currency) from"
                            + " PriceRow v where v.priceId > :after order by v.priceId",
                        ErpPrice.class)
                    .setParameter("after", afterId),
                limit));
  }

  @Override
  public List<ErpPromotion> promotions(String afterId, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpPromotion(v.promotionId, v.orgId,"
                            + " v.itemId, v.siteId, v.fromDate, v.toDate) from PromotionRow v where"
                            + " v.promotionId > :after order by v.promotionId",
                        ErpPromotion.class)
                    .setParameter("after", afterId),
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

  private static <T> List<T> page(TypedQuery<T> query, int limit) {
    return query.setMaxResults(limit).setHint("eclipselink.jdbc.fetch-size", limit).getResultList();
  }
}

package org.demandwright.erp.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.demandwright.erp.ErpCalendarDay;
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
  public Optional<LocalDateTime> lastChange() {
    return erp.read(
        em ->
            Optional.ofNullable(
                em.createQuery("select max(v.changedAt) from SalesLineRow v", LocalDateTime.class)
                    .getSingleResult()));
  }

  @Override
  public Optional<LocalDateTime> firstChange(LocalDateTime changedAfter) {
    return erp.read(
        em ->
            Optional.ofNullable(
                em.createQuery(
                        "select min(v.changedAt) from SalesLineRow v where v.changedAt > :after",
                        LocalDateTime.class)
                    .setParameter("after", changedAfter == null ? BEFORE_ALL : changedAfter)
                    .getSingleResult()));
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
                    "select new org.demandwright.erp.ErpCalendarDay(v.eventDate, v.eventName, v.kind,"
                        + " v.siteId) from CalendarRow v"
                        + " order by v.eventName, v.kind, v.siteId, v.eventDate",
                    ErpCalendarDay.class)
                .getResultList());
  }

  @Override
  public List<ErpPrice> prices(String afterId, int limit) {
    return erp.read(
        em ->
            page(
                em.createQuery(
                        "select new org.demandwright.erp.ErpPrice(v.priceId, v.orgId, v.itemId, v.siteId,"
                            + " v.validFrom, v.validTo, v.unitPrice, v.currency) from PriceRow v"
                            + " where v.priceId > :after order by v.priceId",
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
                        "select new org.demandwright.erp.ErpPromotion(v.promotionId, v.orgId, v.itemId, v.siteId,"
                            + " v.fromDate, v.toDate) from PromotionRow v"
                            + " where v.promotionId > :after order by v.promotionId",
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

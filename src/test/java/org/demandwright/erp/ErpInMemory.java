package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.core.demand.LineSums;

/** Master data and a stock ledger in memory, answering as a database would; no sales lines. */
public class ErpInMemory implements ErpSource {
  public final List<ErpItem> items = new ArrayList<>();
  public final List<ErpSite> sites = new ArrayList<>();
  public final List<ErpKitComponent> kitComponents = new ArrayList<>();
  public final List<ErpPrice> prices = new ArrayList<>();
  public final List<ErpPromotion> promotions = new ArrayList<>();
  public final List<ErpCalendarDay> calendar = new ArrayList<>();
  public final List<ErpExchangeRate> exchangeRates = new ArrayList<>();
  public final List<ErpStockMovement> ledger = new ArrayList<>();

  public final SupplyInMemory supply = new SupplyInMemory();

  /** Rows of each page of the ledger that was read. */
  public final List<Integer> pagesOfLedger = new ArrayList<>();

  @Override
  public List<ErpExchangeRate> exchangeRates(Optional<ErpExchangeRate> after, int limit) {
    int from = after.map(exchangeRates::indexOf).orElse(-1) + 1;
    return exchangeRates.stream().skip(from).limit(limit).toList();
  }

  @Override
  public SupplyViews supply() {
    return supply;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public Set<String> views() {
    return Set.of();
  }

  @Override
  public long countWithoutStamp() {
    return 0;
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo) {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo) {
    return new TreeMap<>();
  }

  @Override
  public List<ErpSalesLine> linesOf(Collection<Watermark> places) {
    return List.of();
  }

  @Override
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    return new Extent(0, Optional.empty(), Optional.empty());
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return List.of();
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return List.of();
  }

  @Override
  public List<ErpItem> items(String afterId, String afterOrg, int limit) {
    return page(items, ErpItem::itemId, ErpItem::orgId, afterId, afterOrg, limit);
  }

  @Override
  public List<ErpInactiveItem> inactiveItems(String afterId, String afterOrg, int limit) {
    return List.of();
  }

  @Override
  public List<ErpSite> sites() {
    return sites;
  }

  @Override
  public List<ErpKitComponent> kitComponents() {
    return kitComponents;
  }

  @Override
  public List<ErpCalendarDay> calendar() {
    return calendar;
  }

  @Override
  public List<ErpPrice> prices(String afterId, String afterOrg, int limit) {
    return page(prices, ErpPrice::priceId, ErpPrice::orgId, afterId, afterOrg, limit);
  }

  @Override
  public List<ErpPromotion> promotions(String afterId, String afterOrg, int limit) {
    return page(
        promotions, ErpPromotion::promotionId, ErpPromotion::orgId, afterId, afterOrg, limit);
  }

  @Override
  public OptionalLong lastStockMovement() {
    return ledger.stream().mapToLong(ErpStockMovement::sourceKey).max();
  }

  @Override
  public OptionalLong nextStockMovement(long after) {
    return ledger.stream().mapToLong(ErpStockMovement::sourceKey).filter(k -> k > after).min();
  }

  @Override
  public List<ErpStockMovement> stockMovements(long after, long upTo, int limit) {
    List<ErpStockMovement> page =
        ledger.stream()
            .filter(m -> m.sourceKey() > after && m.sourceKey() <= upTo)
            .sorted(Comparator.comparing(ErpStockMovement::sourceKey))
            .limit(limit)
            .toList();
    pagesOfLedger.add(page.size());
    return page;
  }

  @Override
  public List<ErpStockMovement> negativeBalances(long after, int limit) {
    return List.of();
  }

  private static <T> List<T> page(
      List<T> all,
      Function<T, String> identity,
      Function<T, String> org,
      String afterId,
      String afterOrg,
      int limit) {
    Function<T, String> company = row -> org.apply(row) == null ? "" : org.apply(row);
    Comparator<T> order = Comparator.comparing(identity).thenComparing(company);
    return all.stream()
        .filter(
            row -> {
              int after = identity.apply(row).compareTo(afterId);
              return after > 0 || after == 0 && company.apply(row).compareTo(afterOrg) > 0;
            })
        .sorted(order)
        .limit(limit)
        .toList();
  }
}

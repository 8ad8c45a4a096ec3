package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.demandwright.app.Clock;
import org.demandwright.app.Wordbook;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.TestSources;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.erp.ErpExchangeRate;
import org.demandwright.erp.ErpInMemory;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpKitComponent;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.RateStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.SourceStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasterDataImportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final ItemKey TEA = new ItemKey("", "tea");

  private final ErpInMemory erp = new ErpInMemory();
  private Stores stores;
  private RateStore rates;
  private MasterDataImport imports;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    rates = new RateStore(stores.sql());
    imports = reading(TestSources.of(stores, erp));
  }

  private MasterDataImport reading(DemandSources sources) {
    Clock clock = new Clock();
    return new MasterDataImport(
        sources,
        stores.masterData(),
        new MasterSourceStore(stores.sql()),
        stores.salesLines(),
        new StockOutImport(stores.masterData(), stores.salesLines(), clock),
        new CalendarImport(stores.events(), clock),
        new RateImport(rates));
  }

  @Test
  void ofTwoErpsTheFirstThatKnowsAnItemCounts() {
    ErpInMemory old = new ErpInMemory();
    erp.items.add(new ErpItem("", "tea", "T", "Tea", "DRINKS", "kg", 3));
    old.items.add(new ErpItem("", "tea", "T-OLD", "Old tea", "", "BOX", 9));
    old.items.add(new ErpItem("", "cup", "C", "Cup", "", "EA", null));
    old.items.add(new ErpItem("", "4711", "M", "Mint", "", "kg", null));
    erp.sites.add(new ErpSite("", "S1", "Shop"));
    old.sites.add(new ErpSite("", "S1", "Old shop"));
    old.sites.add(new ErpSite("", "S9", "Depot"));
    DemandSources both = TestSources.of(stores, erp, old);
    new SourceStore(stores.sql())
        .write(
            "old",
            List.of(
                new SourceCode(
                    SourceCode.Kind.ITEM, "4711", SourceCode.ALWAYS, SourceCode.FOR_EVER, "mint")));

    List<Words> differences = reading(both).replace(false);

    assertThat(stores.masterData().items().values())
        .extracting(MasterDataStore.Item::name, MasterDataStore.Item::uom)
        .containsExactlyInAnyOrder(tuple("Tea", "kg"), tuple("Cup", "EA"));
    assertThat(
            new MasterDataPages(stores.sql())
                .sites(
                    DataScope.unrestricted(),
                    new MasterDataPages.Filter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    MasterDataPages.Position.START,
                    9))
        .extracting(MasterDataStore.Site::name)
        .containsExactlyInAnyOrder("Shop", "Depot");
    assertThat(differences)
        .extracting(words -> Wordbook.english().say(words))
        .singleElement()
        .asString()
        .startsWith("1 items of source old are counted in another unit than here, such as tea");
  }

  @Test
  void whatTwoErpsTellDifferentlyIsKeptWithBothValues() {
    ErpInMemory old = new ErpInMemory();
    erp.items.add(new ErpItem("", "tea", "T", "Tea", "DRINKS", "kg", 3));
    old.items.add(new ErpItem("", "tea", null, "Old tea", "HOT", "BOX", null));
    for (ErpInMemory each : List.of(erp, old)) {
      each.sites.add(new ErpSite("", "S1", "Shop"));
    }
    erp.exchangeRates.add(rate("USD", "EUR", DAY, null, "0.9"));
    old.exchangeRates.add(rate("USD", "EUR", DAY, null, "0.8"));
    old.exchangeRates.add(rate("CHF", "EUR", DAY, null, "1.1"));
    erp.ledger.add(new ErpStockMovement(1, null, "tea", "S1", DAY, new BigDecimal("0")));
    old.ledger.add(new ErpStockMovement(1, null, "tea", "S1", DAY, new BigDecimal("5")));

    reading(TestSources.of(stores, erp, old)).replace(false);

    assertThat(new MasterSourceStore(stores.sql()).conflicts())
        .extracting(
            MasterConflict::what,
            MasterConflict::taken,
            MasterConflict::takenValue,
            MasterConflict::other,
            MasterConflict::otherValue)
        .containsExactly(
            tuple("unit", "erp", "kg", "old", "BOX"),
            tuple("category", "erp", "DRINKS", "old", "HOT"),
            tuple("name", "erp", "Tea", "old", "Old tea"),
            tuple("USD/EUR", "erp", "0.9", "old", "0.8"),
            tuple("stock", "erp", "", "old", ""));
    assertThat(rates.between(DAY, DAY)).extracting(ExchangeRate::from).contains("CHF", "USD");
  }

  @Test
  void pricesPromotionsCalendarAndStockOfAnotherErpAreReadAsItsCodesAreCalledHere() {
    ErpInMemory old = new ErpInMemory();
    erp.sites.add(new ErpSite("", "S1", "Shop"));
    old.sites.add(new ErpSite("", "D", "Depot"));
    old.sites.add(new ErpSite("", "1", "Shop"));
    DemandSources both = TestSources.of(stores, erp, old);
    SourceStore book = new SourceStore(stores.sql());
    book.write(
        "old",
        List.of(
            new SourceCode(
                SourceCode.Kind.ITEM, "4711", SourceCode.ALWAYS, DAY.plusDays(9), "mint"),
            new SourceCode(
                SourceCode.Kind.ITEM, "4711", DAY.plusDays(10), SourceCode.FOR_EVER, "tea"),
            new SourceCode(
                SourceCode.Kind.SITE, "1", SourceCode.ALWAYS, SourceCode.FOR_EVER, "S1")));
    old.prices.add(new ErpPrice("p", "", "4711", "1", DAY, null, new BigDecimal("3"), "EUR"));
    old.promotions.add(new ErpPromotion("q", "", "tea", null, DAY, DAY.plusDays(1)));
    old.calendar.add(new ErpCalendarDay(DAY, "Fair", "SHOPPING", "1"));
    old.ledger.add(new ErpStockMovement(1, null, "4711", "1", DAY, new BigDecimal("0")));
    old.ledger.add(
        new ErpStockMovement(2, null, "4711", "1", DAY.plusDays(2), new BigDecimal("5")));

    reading(both).replace(false);

    assertThat(stores.masterData().prices(List.of("mint", "tea")))
        .extracting(p -> p.item().itemId(), Price::siteId, Price::validFrom, Price::validTo)
        .containsExactly(
            tuple("mint", "S1", DAY, DAY.plusDays(9)), tuple("tea", "S1", DAY.plusDays(10), null));
    assertThat(stores.masterData().promotions(List.of("tea")))
        .as("at every site of its own")
        .extracting(Promotion::promotionId, Promotion::siteId)
        .containsExactly(tuple("old:q", "D"));
    assertThat(stores.events().all()).extracting(e -> e.siteId()).containsExactly("S1");
    assertThat(stores.masterData().stockOuts(List.of("mint")))
        .containsExactly(
            new MasterDataStore.StockOutDays(
                new ItemKey("", "mint"), "S1", DAY.plusDays(1), DAY.plusDays(2)));

    book.take("old", Optional.of(Set.of(MasterKind.ITEM)));
    reading(both).replace(false);
    assertThat(stores.masterData().prices(List.of("mint", "tea")))
        .as("it gives none any more")
        .isEmpty();
    assertThat(stores.masterData().stockOuts(List.of("mint"))).isEmpty();
  }

  @Test
  void whatTheErpLeavesOutIsEmptyOrTheIdentity() {
    erp.items.add(new ErpItem(null, "tea", null, null, null, null, null));
    erp.sites.add(new ErpSite(null, "S1", null));
    imports.replace(false);
    assertThat(stores.masterData().items().get(TEA))
        .isEqualTo(new MasterDataStore.Item(TEA, "tea", "tea", "", "", null));
  }

  @Test
  void ratesAreToldForOneUnitAndWhatIsNoRateIsLeftOut() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    erp.exchangeRates.add(rate("jpy ", "EUR", day, "100", "0.62"));
    erp.exchangeRates.add(rate("USD", "EUR", day, null, "0.9"));
    erp.exchangeRates.add(rate("USD", "USD", day, null, "1"));
    erp.exchangeRates.add(rate("USD", "EUR", null, null, "0.9"));
    erp.exchangeRates.add(rate("USD", "CHF", day, null, "0"));
    erp.exchangeRates.add(rate("euro", "CHF", day, null, "0.95"));
    imports.replace(false);
    assertThat(rates.between(day, day))
        .containsExactly(
            new ExchangeRate("JPY", "EUR", day, new BigDecimal("0.0062")),
            new ExchangeRate("USD", "EUR", day, new BigDecimal("0.9")));
    erp.exchangeRates.clear();
    imports.replace(false);
    assertThat(rates.between(day, day)).isEmpty();
  }

  private static ErpExchangeRate rate(
      String from, String to, LocalDate day, String units, String rate) {
    return new ErpExchangeRate(
        from, to, day, units == null ? null : new BigDecimal(units), new BigDecimal(rate));
  }

  @Test
  void itemsAreReadToTheLastPageAcrossCompanies() {
    IntStream.range(0, 5_000)
        .forEach(
            i -> erp.items.add(new ErpItem("A", "I%04d".formatted(i), "", "", "", "kg", null)));
    erp.items.add(new ErpItem("B", "I4999", "", "", "", "kg", null));
    imports.replace(false);
    assertThat(stores.masterData().items()).hasSize(5_001).containsKey(new ItemKey("B", "I4999"));
  }

  @Test
  void aPartWithoutAQuantityIsKeptWithNoneAndOneWithoutAnItemIsNot() {
    erp.kitComponents.add(new ErpKitComponent(null, "set", "cup", null));
    erp.kitComponents.add(new ErpKitComponent(null, "set", null, BigDecimal.ONE));
    imports.replace(false);
    assertThat(stores.masterData().components())
        .extracting(p -> p.componentId(), p -> p.quantity().signum())
        .containsExactly(tuple("cup", 0));
  }

  @Test
  void pricesWithoutAnItemADayOrAnAmountAreLeftOut() {
    erp.prices.add(new ErpPrice("P1", null, "tea", null, DAY, null, new BigDecimal("2"), "EUR"));
    erp.prices.add(new ErpPrice("P2", null, "tea", null, null, null, new BigDecimal("2"), "EUR"));
    erp.prices.add(new ErpPrice("P3", null, null, null, DAY, null, new BigDecimal("2"), "EUR"));
    erp.prices.add(new ErpPrice("P4", null, "tea", null, DAY, null, null, "EUR"));
    imports.replace(false);
    assertThat(stores.masterData().prices(List.of("tea")))
        .extracting(Price::priceId)
        .containsExactly("P1");
  }

  @Test
  void aPromotionWithoutALastDayGoesOnUntilFurtherNotice() {
    erp.promotions.add(new ErpPromotion("P1", null, "tea", null, DAY, null));
    erp.promotions.add(new ErpPromotion("P2", null, "tea", null, null, DAY));
    imports.replace(false);
    assertThat(stores.masterData().promotions(List.of("tea")))
        .extracting(Promotion::promotionId, Promotion::to)
        .containsExactly(tuple("P1", LocalDate.of(9999, 12, 31)));
  }

  @Test
  void theCalendarIsReplacedAndWhatPeopleEnteredStays() {
    erp.calendar.add(new ErpCalendarDay(DAY, "Fair", "SHOPPING", null));
    imports.replace(false);
    imports.replace(false);
    assertThat(stores.events().all()).hasSize(1);
  }

  @Test
  void theLedgerIsFollowedFromWhereItWasLeft() {
    move(1, "tea", 1, 0);
    move(2, "tea", 4, 5);
    move(3, "tea", 8, 0);
    imports.replace(false);
    assertThat(stockOuts())
        .containsExactly(
            tuple(DAY.plusDays(2), DAY.plusDays(4)), tuple(DAY.plusDays(9), openEnd()));

    move(4, "tea", 11, 2);
    erp.pagesOfLedger.clear();
    imports.replace(false);
    assertThat(stockOuts())
        .containsExactly(
            tuple(DAY.plusDays(2), DAY.plusDays(4)), tuple(DAY.plusDays(9), DAY.plusDays(11)));
    assertThat(erp.pagesOfLedger).as("only what is new is read").containsExactly(1);
  }

  @Test
  void aLedgerThatHasBecomeShorterIsReadFromItsStart() {
    move(1, "tea", 1, 0);
    move(9, "tea", 4, 5);
    imports.replace(false);
    erp.ledger.remove(1);
    imports.replace(false);
    assertThat(stockOuts()).containsExactly(tuple(DAY.plusDays(2), openEnd()));
  }

  @Test
  void aReloadReadsTheLedgerFromItsStart() {
    move(1, "tea", 1, 0);
    move(2, "tea", 4, 5);
    imports.replace(false);
    erp.ledger.set(1, new ErpStockMovement(2, null, "tea", "S1", DAY.plusDays(6), BigDecimal.TEN));
    imports.replace(true);
    assertThat(stockOuts()).containsExactly(tuple(DAY.plusDays(2), DAY.plusDays(6)));
  }

  @Test
  void withoutALedgerThereAreNoStockOuts() {
    move(1, "tea", 1, 0);
    imports.replace(false);
    erp.ledger.clear();
    imports.replace(false);
    assertThat(stockOuts()).isEmpty();
  }

  @Test
  void gapsAmongTheKeysAreSkipped() {
    move(1, "tea", 1, 0);
    move(900_000_000_000L, "tea", 4, 5);
    imports.replace(false);
    assertThat(stockOuts()).containsExactly(tuple(DAY.plusDays(2), DAY.plusDays(4)));
    assertThat(erp.pagesOfLedger).containsExactly(1, 1);
  }

  private static LocalDate openEnd() {
    return LocalDate.of(9999, 12, 31);
  }

  private void move(long key, String item, int day, int left) {
    erp.ledger.add(
        new ErpStockMovement(key, null, item, "S1", DAY.plusDays(day), BigDecimal.valueOf(left)));
  }

  private List<Tuple> stockOuts() {
    return stores.masterData().stockOuts(List.of("tea")).stream()
        .sorted(Comparator.comparing(MasterDataStore.StockOutDays::from))
        .map(s -> tuple(s.from(), s.to()))
        .toList();
  }
}

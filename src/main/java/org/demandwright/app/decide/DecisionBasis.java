package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.Band;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.PolicyBook;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.core.decide.Xyz;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * What all items at sites of a decision have in common, and what is known of each before its stock
 * is planned.
 */
public final class DecisionBasis {
  /** Of a normal distribution, deviations between its 10 % and 90 % quantiles. */
  private static final double DEVIATIONS = 2 * Band.DEVIATIONS;

  private final DecisionStore.Decision decision;
  private final VersionStore.Version version;
  private final SupplyBook supply;
  private final StockBook stock;
  private final Map<PolicySubject.Key, List<PurchaseHistory.Line>> awaited;
  private final LeadTimes leadTimes;
  private final PolicyBook policies;
  private final List<Place> places;
  private final List<ItemPlaces> items;
  private final Map<ItemKey, ItemPlaces> itemOf = new HashMap<>();
  private final EarlierSuggestions earlier;
  private final Map<PolicySubject.Key, PolicySubject> subjects = new HashMap<>();
  private final Map<PolicySubject.Key, SupplyTerms> terms = new HashMap<>();
  private final Map<VendorKey, List<Place>> bought = new HashMap<>();

  DecisionBasis(
      DecisionStore.Decision decision,
      VersionStore.Version version,
      SupplyBook supply,
      StockBook stock,
      Map<PolicySubject.Key, List<PurchaseHistory.Line>> awaited,
      LeadTimes leadTimes,
      PolicyBook policies,
      EarlierSuggestions earlier,
      List<TotalsStore.Entry> series) {
    this.decision = decision;
    this.version = version;
    this.supply = supply;
    this.stock = stock;
    this.awaited = awaited;
    this.leadTimes = leadTimes;
    this.policies = policies;
    this.earlier = earlier;
    this.places = Place.of(series);
    this.items = items(places);
    items.forEach(i -> itemOf.put(i.item(), i));
    for (Place place : places) {
      terms(place)
          .vendor()
          .ifPresent(v -> bought.computeIfAbsent(v, vendor -> new ArrayList<>()).add(place));
    }
  }

  private static List<ItemPlaces> items(List<Place> places) {
    Map<ItemKey, List<Place>> grouped = new LinkedHashMap<>();
    for (Place place : places) {
      grouped.computeIfAbsent(item(place), item -> new ArrayList<>()).add(place);
    }
    return grouped.entrySet().stream()
        .map(e -> new ItemPlaces(e.getValue().get(0).number(), e.getKey(), e.getValue()))
        .toList();
  }

  /**
   * Sorts items at sites into classes: by what they are worth a year within their company, and by
   * how uncertain the next period is against what it is expected to want. Prices in several
   * currencies are compared in the reporting currency alone: without one, a company that has them
   * has no classes by value, and neither has an item without a price or a rate.
   *
   * @param paces of series
   * @param categories of items
   * @param worth of one unit of a currency in the reporting currency; empty = there is none
   */
  void classify(
      Map<Long, TotalsStore.Pace> paces,
      Map<ItemKey, String> categories,
      Map<String, ExchangeRates.Conversion> worth) {
    Map<String, Map<String, Double>> values = new HashMap<>();
    Set<String> mixed = worth.isEmpty() ? inSeveralCurrencies() : Set.of();
    Map<PolicySubject.Key, TotalsStore.Pace> pace = new HashMap<>();
    for (Place place : places) {
      TotalsStore.Pace sum = new TotalsStore.Pace(0, 0, 0);
      for (TotalsStore.Entry entry : place.series()) {
        TotalsStore.Pace one = paces.getOrDefault(entry.seriesId(), new TotalsStore.Pace(0, 0, 0));
        sum =
            new TotalsStore.Pace(
                sum.volume() + one.volume(), sum.mean() + one.mean(), sum.spread() + one.spread());
      }
      pace.put(place.key(), sum);
      double volume = sum.volume();
      price(place, worth)
          .filter(price -> !mixed.contains(place.key().org()))
          .ifPresent(
              price ->
                  values
                      .computeIfAbsent(place.key().org(), org -> new HashMap<>())
                      .put(text(place.key()), volume * price));
    }
    Map<String, Map<String, Abc>> classes = new HashMap<>();
    values.forEach((org, of) -> classes.put(org, Abc.of(of)));
    for (Place place : places) {
      PolicySubject.Key key = place.key();
      TotalsStore.Pace p = pace.get(key);
      subjects.put(
          key,
          new PolicySubject(
              key,
              categories.getOrDefault(item(place), ""),
              terms(place).vendor().map(VendorKey::vendor).orElse(""),
              Optional.ofNullable(classes.getOrDefault(key.org(), Map.of()).get(text(key))),
              Optional.of(Xyz.of(p.mean(), p.spread() / DEVIATIONS))));
    }
  }

  private Set<String> inSeveralCurrencies() {
    Map<String, Set<Optional<String>>> currencies = new HashMap<>();
    for (Place place : places) {
      if (terms(place).price().isPresent()) {
        currencies
            .computeIfAbsent(place.key().org(), org -> new HashSet<>())
            .add(terms(place).currency());
      }
    }
    currencies.values().removeIf(of -> of.size() == 1);
    return currencies.keySet();
  }

  private static String text(PolicySubject.Key key) {
    return key.item() + "\u001f" + key.site();
  }

  /** In the reporting currency where there is one. */
  private Optional<Double> price(Place place, Map<String, ExchangeRates.Conversion> worth) {
    SupplyTerms terms = terms(place);
    return terms
        .price()
        .flatMap(
            price ->
                worth.isEmpty()
                    ? Optional.of(price.doubleValue())
                    : terms
                        .currency()
                        .map(worth::get)
                        .map(c -> price.multiply(c.factor()).doubleValue()));
  }

  DecisionStore.Decision decision() {
    return decision;
  }

  VersionStore.Version version() {
    return version;
  }

  /** Returns all items at sites, by their numbers. */
  public List<Place> places() {
    return places;
  }

  PolicySubject subject(Place place) {
    return subjects.get(place.key());
  }

  private static ItemKey item(Place place) {
    return new ItemKey(place.key().org(), place.key().item());
  }

  boolean isActive(Place place) {
    return supply.isActive(item(place));
  }

  SupplyTerms terms(Place place) {
    return terms.computeIfAbsent(place.key(), key -> supply.terms(item(place), place.key().site()));
  }

  SupplyBook supply() {
    return supply;
  }

  /** Returns items in the order of their numbers. */
  public List<ItemPlaces> items() {
    return items;
  }

  /** Returns the items at sites that are bought from a vendor. */
  List<Place> boughtFrom(VendorKey vendor) {
    return bought.getOrDefault(vendor, List.of());
  }

  /** Returns all sites of the item of a place. */
  ItemPlaces itemOf(Place place) {
    return itemOf.get(item(place));
  }

  /** Returns what the decision before suggested, and goes on under its numbers. */
  EarlierSuggestions earlier() {
    return earlier;
  }

  /** Returns whose order it is that is on its way. */
  SuggestedOrder.Source source(String org, OpenSupply supply) {
    return stock.source(org, supply);
  }

  /** Returns what can be promised of an item at sites of which none is wanted. */
  Map<String, BigDecimal> stockElsewhere(ItemPlaces of) {
    Set<String> wanted = new HashSet<>();
    of.places().forEach(place -> wanted.add(place.key().site()));
    Map<String, BigDecimal> elsewhere = new HashMap<>();
    for (String site : stock.sites(of.item())) {
      if (!wanted.contains(site)) {
        stock
            .of(new PolicySubject.Key(of.item().orgId(), of.item().itemId(), site))
            .position()
            .map(there -> there.available().subtract(there.unreserved()))
            .filter(available -> available.signum() > 0)
            .ifPresent(available -> elsewhere.put(site, available));
      }
    }
    return elsewhere;
  }

  StockBook.Position stock(Place place) {
    return stock.of(place.key());
  }

  /** Returns the lines of orders that are open or on their way to a place. */
  List<PurchaseHistory.Line> awaited(Place place) {
    return awaited.getOrDefault(place.key(), List.of());
  }

  StockBook stockBook() {
    return stock;
  }

  LeadTimes leadTimes() {
    return leadTimes;
  }

  PolicyBook policies() {
    return policies;
  }

  /** Whether a maximum cover counts for an item at a site. */
  boolean coverIsBounded(Place place) {
    return policies().resolve(policyCase(place)).value(PolicyField.MAXIMUM_COVER_DAYS).isPresent();
  }

  /** Returns what is to be known of an item at a site to resolve its policy. */
  PolicyBook.Case policyCase(Place place) {
    SupplyTerms terms = terms(place);
    PolicyValues erp = PolicyValues.NONE;
    if (terms.minimumOrder().isPresent()) {
      erp = erp.with(PolicyField.MINIMUM_ORDER, terms.minimumOrder().get());
    }
    Optional<BigDecimal> multiple = terms.multiple().or(() -> terms.unit().map(u -> u.factor()));
    if (multiple.isPresent()) {
      erp = erp.with(PolicyField.MULTIPLE, multiple.get());
    }
    Optional<Integer> shelfLife = supply.shelfLifeDays(item(place));
    if (shelfLife.isPresent()) {
      erp = erp.with(PolicyField.SHELF_LIFE_DAYS, shelfLife.get());
    }
    return new PolicyBook.Case(subject(place), PolicyValues.NONE, erp);
  }
}

package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.settings.ExceptionSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.risk.Concentration;
import org.demandwright.core.decide.risk.ExpiryRisk;
import org.demandwright.core.decide.risk.ForecastDrift;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.ForecastErrorStore;
import org.demandwright.store.decide.StockException;
import org.demandwright.store.decide.StockExceptionStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.supply.SupplyStore;

/** Says what may go wrong with items at sites, as a decision sees them. */
@ApplicationScoped
public class FindExceptions {
  private static final Logger LOG = System.getLogger(FindExceptions.class.getName());
  private static final int KEPT_DAYS = 91;
  private static final int YEAR_WEEKS = 52;
  private static final double HALF = 0.5;
  private static final double HUNDRED = 100;
  private static final double THOUSAND = 1000;

  private final DemandOfPlaces demand;
  private final ResultStore results;
  private final SupplyStore supply;
  private final MasterDataStore masterData;
  private final SalesSumStore sales;
  private final ForecastErrorStore errors;
  private final StockExceptionStore exceptions;
  private final ExceptionQualityStore quality;
  private final ReportingCurrency reporting;
  private final Settings settings;

  @Inject
  FindExceptions(
      DemandOfPlaces demand,
      ResultStore results,
      SupplyStore supply,
      MasterDataStore masterData,
      SalesSumStore sales,
      ForecastErrorStore errors,
      StockExceptionStore exceptions,
      ExceptionQualityStore quality,
      ReportingCurrency reporting,
      Settings settings) {
    this.demand = demand;
    this.results = results;
    this.supply = supply;
    this.masterData = masterData;
    this.sales = sales;
    this.errors = errors;
    this.exceptions = exceptions;
    this.quality = quality;
    this.reporting = reporting;
    this.settings = settings;
  }

  FindExceptions() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * What all items at sites have in common.
   *
   * @param lots of stock by item and site
   * @param thresholds from which on a kind is said
   * @param worth of one unit of a currency in the reporting currency; empty = there is none
   */
  public record Sweep(
      DecisionBasis basis,
      Map<PolicySubject.Key, List<ExpiryRisk.Lot>> lots,
      Map<RiskKind, Double> thresholds,
      Map<String, ExchangeRates.Conversion> worth) {}

  /** Reads what all items at sites of a decision have in common. */
  public Sweep sweep(DecisionBasis basis) {
    Map<PolicySubject.Key, List<ExpiryRisk.Lot>> lots = new HashMap<>();
    supply.each(
        SupplyTable.LOT,
        row -> {
          LocalDate last = row.day("expires_on");
          if (last != null && row.amount("quantity").signum() > 0) {
            lots.computeIfAbsent(key(row), k -> new ArrayList<>())
                .add(new ExpiryRisk.Lot(row.amount("quantity").doubleValue(), last));
          }
        });
    Decision decision = basis.decision();
    return new Sweep(basis, lots, thresholds(decision.plan()), reporting.factors(decision.asOf()));
  }

  private static PolicySubject.Key key(SupplyRow row) {
    return new PolicySubject.Key(row.text("org_id"), row.text("item_id"), row.text("site_id"));
  }

  /** Returns from which score on each kind is said: what a replay chose, else what is usual. */
  Map<RiskKind, Double> thresholds(String plan) {
    Map<RiskKind, Double> thresholds = least(settings.exceptions());
    thresholds.put(RiskKind.STOCK_OUT, HALF);
    quality.of(plan).forEach(r -> thresholds.put(r.kind(), r.quality().threshold()));
    return thresholds;
  }

  /** Returns below which score a kind is never said, whatever a replay finds. */
  static Map<RiskKind, Double> least(ExceptionSettings set) {
    Map<RiskKind, Double> least = new TreeMap<>();
    least.put(RiskKind.STOCK_OUT, 0.0);
    least.put(RiskKind.OVERSTOCK, set.overstockPercent() / HUNDRED);
    least.put(RiskKind.EXPIRY, HALF);
    least.put(RiskKind.SUPPLIER_LATE, HALF);
    least.put(RiskKind.DEMAND_BREAK, 1 - set.breakPerThousand() / THOUSAND);
    least.put(RiskKind.FORECAST_DRIFT, set.driftPercent() / HUNDRED);
    least.put(RiskKind.CONCENTRATION, set.concentrationPercent() / HUNDRED);
    return least;
  }

  /** Finds what is to be said of items at sites and writes it, in one transaction. */
  public void find(Sweep sweep, List<Place> places) {
    DecisionBasis basis = sweep.basis();
    Map<Place, TotalDemand> known = demand.of(basis.version(), places);
    Evidence evidence = evidence(basis, places);
    List<StockException.Found> found = new ArrayList<>();
    for (Place place : places) {
      try {
        found.addAll(of(sweep, place, known, evidence));
      } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
        LOG.log(Level.WARNING, "The risks of " + place.key() + " could not be told", e);
      }
    }
    exceptions.write(
        basis.decision().plan(),
        basis.decision().decisionId(),
        basis.decision().asOf(),
        places.stream().map(Place::key).toList(),
        found);
  }

  /** What was read of all places of a chunk at once. */
  private record Evidence(
      Map<Long, DemandSeries> cleaned,
      Map<Long, TreeMap<LocalDate, Double>> errors,
      Map<Long, List<SalesSums>> sales,
      Map<ItemKey, List<Price>> prices) {}

  private Evidence evidence(DecisionBasis basis, List<Place> places) {
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Bucket bucket = basis.version().recipe().bucket();
    Map<ItemKey, List<Price>> prices = new HashMap<>();
    masterData
        .prices(places.stream().map(p -> p.key().item()).distinct().toList())
        .forEach(price -> prices.computeIfAbsent(price.item(), k -> new ArrayList<>()).add(price));
    return new Evidence(
        results.cleaned(basis.version().versionId(), series),
        errors.ofNextPeriod(
            basis.decision().plan(),
            bucket,
            Period.of(bucket, basis.decision().asOf()).plus(-ForecastDrift.MEMORY).start(),
            series),
        sales.since(ThirteenWeeks.of(basis.decision().asOf().minusWeeks(YEAR_WEEKS)), series),
        prices);
  }

  private List<StockException.Found> of(
      Sweep sweep, Place place, Map<Place, TotalDemand> known, Evidence evidence) {
    DecisionBasis basis = sweep.basis();
    if (!basis.isActive(place)) {
      return List.of();
    }
    List<Risk> risks =
        PlaceRisks.of(
            basis,
            place,
            new PlaceRisks.Known(
                Optional.ofNullable(known.get(place)),
                basis.awaited(place),
                sweep.lots().getOrDefault(place.key(), List.of()),
                history(place, evidence.cleaned()),
                errors(place, evidence.errors()),
                customer(place, evidence.sales(), basis.decision().asOf()),
                settings.exceptions().overstockDays()));
    UnitWorth worth =
        UnitWorth.of(
            basis.terms(place),
            evidence.prices().getOrDefault(item(place), List.of()),
            place.key().site(),
            basis.decision().asOf(),
            sweep.worth());
    return risks.stream()
        .filter(risk -> risk.score() >= sweep.thresholds().get(risk.kind()))
        .filter(risk -> risk.units().signum() > 0 || risk.kind() == RiskKind.SUPPLIER_LATE)
        .map(risk -> new StockException.Found(place.key(), risk, worth.stake(risk)))
        .toList();
  }

  private static ItemKey item(Place place) {
    return new ItemKey(place.key().org(), place.key().item());
  }

  /** The demand of all channels, by the last periods that all of them have. */
  private static DoubleVector history(Place place, Map<Long, DemandSeries> cleaned) {
    List<DemandSeries> all =
        place.series().stream()
            .flatMap(s -> Optional.ofNullable(cleaned.get(s.seriesId())).stream())
            .toList();
    if (all.size() < place.series().size()) {
      return DoubleVector.empty();
    }
    double[] sum = new double[all.stream().mapToInt(DemandSeries::size).min().orElse(0)];
    for (DemandSeries series : all) {
      DoubleVector units = series.units().tail(sum.length);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += units.get(t);
      }
    }
    return DoubleVector.of(sum);
  }

  /** The errors of all channels together, of periods of which those of all are known. */
  private static DoubleVector errors(Place place, Map<Long, TreeMap<LocalDate, Double>> known) {
    Collection<TreeMap<LocalDate, Double>> all =
        place.series().stream()
            .map(s -> known.getOrDefault(s.seriesId(), new TreeMap<>()))
            .toList();
    TreeMap<LocalDate, Double> sums = new TreeMap<>();
    all.iterator()
        .next()
        .keySet()
        .forEach(
            day -> {
              if (all.stream().allMatch(one -> one.containsKey(day))) {
                sums.put(day, all.stream().mapToDouble(one -> one.get(day)).sum());
              }
            });
    return DoubleVector.of(sums.values().stream().mapToDouble(e -> e).toArray());
  }

  /** The largest customer of the last year; empty where no line names one. */
  private static Optional<Concentration> customer(
      Place place, Map<Long, List<SalesSums>> known, LocalDate today) {
    LocalDate from = today.minusWeeks(YEAR_WEEKS);
    Map<String, Double> customers = new TreeMap<>();
    double all = 0;
    for (TotalsStore.Entry series : place.series()) {
      for (SalesSums sums : known.getOrDefault(series.seriesId(), List.of())) {
        for (SalesSums.Day day : sums.days()) {
          boolean counts = !day.day().isBefore(from) && day.day().isBefore(today);
          all += counts ? day.gross().doubleValue() : 0;
        }
        for (SalesSums.Week week : sums.weeks()) {
          if (!week.customer().isEmpty() && !week.monday().isBefore(from)) {
            customers.merge(week.customer(), week.ofCustomer().units().doubleValue(), Double::sum);
          }
        }
      }
    }
    double units = all;
    return customers.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(largest -> units > 0)
        .map(
            largest ->
                new Concentration(
                    largest.getKey(),
                    Math.min(1, largest.getValue() / units),
                    largest.getValue(),
                    YEAR_WEEKS));
  }

  /** Closes what a decision has not seen any more, and forgets what was closed long ago. */
  public void settle(Decision decision) {
    exceptions.closeUnseen(decision.plan(), decision.decisionId(), decision.asOf());
    exceptions.forgetClosed(decision.plan(), decision.asOf().minusDays(KEPT_DAYS));
  }
}

package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.app.Page;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.OrderOutlook;
import org.demandwright.core.decide.OrderOutlook.Basis;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;

/**
 * What is going to be ordered from vendors in thirteen weeks if demand is what is expected: what is
 * accepted, what is suggested, and what follows. A plan to talk about with a vendor, and no order.
 */
@ApplicationScoped
public class VendorOutlook {
  /** So many weeks, from Monday to Sunday; the first is that of the decision. */
  public static final int WEEKS = 13;

  private static final int WEEK = 7;
  private static final int PAGE = 1_000;
  private static final int BLOCK = 500;

  private final DecideStock decide;
  private final DemandOfPlaces demand;
  private final SuggestionLife life;
  private final Suggestions suggestions;

  @Inject
  VendorOutlook(
      DecideStock decide, DemandOfPlaces demand, SuggestionLife life, Suggestions suggestions) {
    this.decide = decide;
    this.demand = demand;
    this.life = life;
    this.suggestions = suggestions;
  }

  VendorOutlook() {
    this(null, null, null, null);
  }

  /**
   * What is going to be ordered of an item for a site in a week; the parts add up to the quantity.
   *
   * @param week its Monday
   * @param accepted base units; likewise the others
   * @param unit in which the vendor counts; empty = the base unit
   * @param cost by the vendor's prices; empty where they are not known
   * @param currency of it
   */
  public record Line(
      VendorAndPlace of,
      LocalDate week,
      BigDecimal accepted,
      BigDecimal suggested,
      BigDecimal planned,
      Optional<SuggestedOrder.PurchaseUnit> unit,
      Optional<BigDecimal> cost,
      Optional<String> currency) {
    /** Returns all that is going to be ordered. */
    public BigDecimal quantity() {
      return accepted.add(suggested).add(planned);
    }
  }

  /** An item at a site, and from whom it is bought. */
  public record VendorAndPlace(String org, String vendor, String item, String site)
      implements Comparable<VendorAndPlace> {
    private static final Comparator<VendorAndPlace> ORDER =
        Comparator.comparing(VendorAndPlace::vendor)
            .thenComparing(VendorAndPlace::org)
            .thenComparing(VendorAndPlace::item)
            .thenComparing(VendorAndPlace::site);

    @Override
    public int compareTo(VendorAndPlace other) {
      return ORDER.compare(this, other);
    }
  }

  /** Returns the Mondays of the weeks of a decision. */
  public static List<LocalDate> weeks(Decision decision) {
    LocalDate first = monday(decision.asOf());
    return Stream.iterate(first, week -> week.plusDays(WEEK)).limit(WEEKS).toList();
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /**
   * Returns what is going to be ordered, by vendor, item, site and week; weeks without orders are
   * left out.
   *
   * @param vendor by the ERP's own key; empty = all
   */
  public List<Line> of(DataScope scope, Decision decision, Optional<String> vendor) {
    DecisionBasis basis = decide.basis(decision);
    Map<PolicySubject.Key, List<SuggestionCase>> open = open(scope, decision);
    Map<PolicySubject.Key, List<AcceptedSupply.Standing>> accepted = new HashMap<>();
    life.accepted(decision.asOf()).stream()
        .filter(one -> one.onItsWay().signum() > 0)
        .filter(one -> one.suggestion().kind() == SuggestionKind.BUY)
        .forEach(
            one ->
                accepted.computeIfAbsent(one.suggestion().key(), k -> new ArrayList<>()).add(one));
    List<Place> places =
        basis.places().stream()
            .filter(place -> isOf(basis, place, vendor))
            .filter(place -> isWithin(scope, basis, place))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < places.size(); from += BLOCK) {
      List<Place> some = places.subList(from, Math.min(places.size(), from + BLOCK));
      Map<Place, ItemSpread> wanted = demand.spreads(basis.version(), some);
      for (Place place : some) {
        lines.addAll(
            lines(
                basis,
                place,
                Optional.ofNullable(wanted.get(place)),
                open.getOrDefault(place.key(), List.of()),
                accepted.getOrDefault(place.key(), List.of())));
      }
    }
    lines.sort(Comparator.comparing(Line::of).thenComparing(Line::week));
    return lines;
  }

  private static boolean isOf(DecisionBasis basis, Place place, Optional<String> vendor) {
    return basis
        .terms(place)
        .vendor()
        .filter(of -> vendor.isEmpty() || vendor.get().equals(of.vendor()))
        .isPresent();
  }

  private static boolean isWithin(DataScope scope, DecisionBasis basis, Place place) {
    PolicySubject.Key key = place.key();
    return scope.holds(
        new SeriesKey(key.org(), key.item(), key.site(), ""), basis.subject(place).category());
  }

  private Map<PolicySubject.Key, List<SuggestionCase>> open(DataScope scope, Decision decision) {
    SuggestionStore.Filter all = SuggestionStore.Filter.within(scope);
    Map<PolicySubject.Key, List<SuggestionCase>> open = new HashMap<>();
    for (SuggestionState state : List.of(SuggestionState.OPEN, SuggestionState.SNOOZED)) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<SuggestionStore.Told> page = suggestions.page(decision, state, all, cursor, PAGE);
        page.rows().stream()
            .map(SuggestionStore.Told::suggestion)
            .filter(c -> !c.kind().moves())
            .forEach(c -> open.computeIfAbsent(c.key(), k -> new ArrayList<>()).add(c));
        cursor = page.next();
      } while (cursor.isPresent());
    }
    return open;
  }

  private List<Line> lines(
      DecisionBasis basis,
      Place place,
      Optional<ItemSpread> wanted,
      List<SuggestionCase> open,
      List<AcceptedSupply.Standing> accepted) {
    Optional<Replenishment.Situation> at = situation(basis, place, wanted);
    if (at.isEmpty()) {
      return List.of();
    }
    LocalDate today = basis.decision().asOf();
    List<OrderOutlook.Order> suggested =
        open.stream()
            .filter(c -> c.kind() == SuggestionKind.BUY)
            .map(c -> order(Basis.SUGGESTED, c, c.quantity(), today))
            .toList();
    LocalDate end = monday(today).plusDays((long) WEEKS * WEEK);
    OrderOutlook outlook =
        OrderOutlook.of(
            at.get().with(arriving(at.get().position(), open)),
            suggested,
            (int) ChronoUnit.DAYS.between(today, end));
    List<OrderOutlook.Order> all = new ArrayList<>(outlook.orders());
    accepted.forEach(
        one -> all.add(order(Basis.ACCEPTED, one.suggestion(), one.onItsWay(), today)));
    return byWeek(basis, place, at.get(), all);
  }

  private Optional<Replenishment.Situation> situation(
      DecisionBasis basis, Place place, Optional<ItemSpread> wanted) {
    try {
      return PlacePlan.of(basis, place, wanted)
          .replenishment(basis, place)
          .map(Replenishment::situation);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
      return Optional.empty(); // the decision says why it could not be planned
    }
  }

  /** What another site is to send arrives, and is not bought. */
  private static StockPosition arriving(StockPosition position, List<SuggestionCase> open) {
    Stream<OpenSupply> sent =
        open.stream()
            .filter(c -> c.kind() == SuggestionKind.TRANSFER)
            .map(
                c ->
                    new OpenSupply(
                        "suggestion/" + c.suggestionNo(),
                        OpenSupply.Kind.TRANSFER,
                        c.expectedOn(),
                        c.quantity()));
    return position.withSupply(Stream.concat(position.supply().stream(), sent).toList());
  }

  /** One whose day has passed is ordered today. */
  private static OrderOutlook.Order order(
      Basis basis, SuggestionCase c, BigDecimal quantity, LocalDate today) {
    LocalDate on = c.orderOn().isBefore(today) ? today : c.orderOn();
    LocalDate expected = c.expectedOn().isBefore(on) ? on : c.expectedOn();
    return new OrderOutlook.Order(basis, on, expected, quantity);
  }

  private static List<Line> byWeek(
      DecisionBasis basis,
      Place place,
      Replenishment.Situation at,
      List<OrderOutlook.Order> orders) {
    Map<LocalDate, List<OrderOutlook.Order>> weeks = new TreeMap<>();
    orders.forEach(o -> weeks.computeIfAbsent(monday(o.on()), week -> new ArrayList<>()).add(o));
    SupplyTerms terms = basis.terms(place);
    VendorAndPlace of =
        new VendorAndPlace(
            place.key().org(),
            terms.vendor().orElseThrow().vendor(),
            place.key().item(),
            place.key().site());
    List<Line> lines = new ArrayList<>();
    weeks.forEach(
        (week, some) -> {
          Optional<BigDecimal> cost =
              at.terms()
                  .prices()
                  .map(
                      p ->
                          some.stream()
                              .map(o -> p.cost(o.quantity()))
                              .reduce(BigDecimal.ZERO, BigDecimal::add));
          lines.add(
              new Line(
                  of,
                  week,
                  sum(some, Basis.ACCEPTED),
                  sum(some, Basis.SUGGESTED),
                  sum(some, Basis.PLANNED),
                  terms.unit(),
                  cost,
                  cost.flatMap(c -> terms.currency())));
        });
    return lines;
  }

  private static BigDecimal sum(List<OrderOutlook.Order> orders, Basis basis) {
    return orders.stream()
        .filter(o -> o.basis() == basis)
        .map(OrderOutlook.Order::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

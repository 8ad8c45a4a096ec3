package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;

/**
 * Raises what goes from a vendor to a site at once to the least value that the vendor takes: an
 * order goes to one site. Values are compared where all that is due has a price in the currency of
 * that least value; otherwise nothing is added. Where no maximum cover counts, nothing is topped up
 * to last longer than the days after which stock is said to be too much.
 */
@ApplicationScoped
public class VendorOrders {
  private final SuggestionStore suggestions;
  private final DemandOfPlaces demand;

  private final Settings settings;

  @Inject
  VendorOrders(SuggestionStore suggestions, DemandOfPlaces demand, Settings settings) {
    this.suggestions = suggestions;
    this.demand = demand;
    this.settings = settings;
  }

  VendorOrders() {
    this(null, null, null);
  }

  /** A vendor of a decision, by its number from 1. */
  public record Vendor(long number, String org, String vendor) {}

  /** Returns the vendors that ask for a least value of an order. */
  public List<Vendor> vendors(DecisionBasis basis) {
    List<Vendor> vendors = new ArrayList<>();
    for (VendorKey key : basis.supply().askingForLeast()) {
      vendors.add(new Vendor(vendors.size() + 1L, key.org(), key.vendor()));
    }
    return vendors;
  }

  /**
   * Raises what is suggested to be bought from a vendor, site by site. An item is planned at all
   * its sites at once, so that it is planned twice at most: for what can be ordered, and for what
   * is.
   */
  public void raise(DecisionBasis basis, Vendor vendor) {
    VendorKey key = new VendorKey(vendor.org(), vendor.vendor());
    SupplyBook.LeastOrder least = basis.supply().leastOrder(key).orElseThrow();
    List<Place> places = basis.boughtFrom(key);
    Map<Long, SuggestedOrder> due = new LinkedHashMap<>();
    suggestions
        .of(basis.decision().decisionId(), places.stream().map(Place::number).toList())
        .stream()
        .filter(order -> order.suggestion().kind() == SuggestionKind.BUY)
        .forEach(order -> due.put(order.place(), order));
    Map<String, List<Place>> bySite = new TreeMap<>();
    places.forEach(
        place -> bySite.computeIfAbsent(place.key().site(), site -> new ArrayList<>()).add(place));
    Map<String, Site> small = new TreeMap<>();
    bySite.forEach(
        (site, atSite) -> {
          Site delivered = new Site(basis, least, atSite, due);
          if (delivered.isSmall()) {
            small.put(site, delivered);
          }
        });
    new Raising(basis, small).raise();
  }

  /** What a vendor delivers to one site. */
  private final class Site {
    private final DecisionBasis basis;
    private final SupplyBook.LeastOrder least;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<SuggestedOrder> due;
    private final List<VendorOrder.Candidate> candidates = new ArrayList<>();

    Site(
        DecisionBasis basis,
        SupplyBook.LeastOrder least,
        List<Place> places,
        Map<Long, SuggestedOrder> due) {
      this.basis = basis;
      this.least = least;
      places.forEach(place -> this.places.put(place.key().item(), place));
      this.due = places.stream().map(p -> due.get(p.number())).filter(Objects::nonNull).toList();
    }

    /** Returns whether something is due, and less than the vendor takes. */
    boolean isSmall() {
      if (due.isEmpty() || !due.stream().allMatch(o -> inCurrency(o.currency()))) {
        return false;
      }
      BigDecimal value =
          due.stream()
              .map(o -> o.suggestion().cost().orElseThrow())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return value.compareTo(least.value()) < 0;
    }

    /**
     * Whether a price is in the currency of the least value, or in the one of all if that has none.
     */
    private boolean inCurrency(Optional<String> currency) {
      return currency.isPresent()
          && currency.equals(least.currency().or(() -> due.get(0).currency()));
    }

    /** Looks at what could be ordered for a place. */
    void consider(Place place, ItemPlan plan) {
      Optional<SuggestedOrder> bought = plan.bought(place);
      if (inCurrency(basis.terms(place).currency())) {
        plan.replenishment(place)
            .flatMap(at -> at.candidate(place.key().item()))
            .map(c -> bought.map(o -> c.ordering(o.suggestion().order())).orElse(c))
            .map(c -> basis.coverIsBounded(place) ? c : c.lastingAtMost(longestCover()))
            .ifPresent(candidates::add);
      }
    }

    /** What lasts longer would be told as overstock the next day. */
    private int longestCover() {
      return settings.exceptions().overstockDays();
    }

    /** Hands on what is ordered, but for what is due and stays as it is. */
    void order(BiConsumer<Place, Raised> consumer) {
      VendorOrder.of(least.value(), candidates)
          .ifPresent(
              order -> {
                SuggestedOrder.VendorMinimum minimum =
                    new SuggestedOrder.VendorMinimum(least.value(), order.missing());
                order.lines().stream()
                    .filter(l -> l.why() != VendorOrder.Why.DUE || order.missing().signum() > 0)
                    .forEach(l -> consumer.accept(places.get(l.id()), new Raised(l, minimum)));
              });
    }
  }

  /** A line of an order that was raised. */
  private record Raised(VendorOrder.Line line, SuggestedOrder.VendorMinimum minimum) {}

  /** What goes to one vendor's sites at which it is too little. */
  private final class Raising {
    private static final int BLOCK = 50;

    private final DecisionBasis basis;
    private final Map<String, Site> sites;

    Raising(DecisionBasis basis, Map<String, Site> sites) {
      this.basis = basis;
      this.sites = sites;
    }

    void raise() {
      each(
          sites.values().stream().flatMap(site -> site.places.values().stream()).toList(),
          (place, plan) -> sites.get(place.key().site()).consider(place, plan));
      Map<Place, Raised> lines = new LinkedHashMap<>();
      sites.values().forEach(site -> site.order(lines::put));
      List<SuggestedOrder> raised = new ArrayList<>();
      each(lines.keySet(), (place, plan) -> raised.add(raised(place, plan, lines.get(place))));
      if (!raised.isEmpty()) {
        suggestions.replace(basis.decision().decisionId(), raised, basis.earlier().numbers(raised));
      }
    }

    private SuggestedOrder raised(Place place, ItemPlan plan, Raised by) {
      Replenishment at = plan.replenishment(place).orElseThrow();
      Suggestion suggestion = at.suggestion(by.line().order());
      SuggestedOrder.Source source =
          SuggestedOrder.Source.vendor(basis.terms(place).vendor().orElseThrow().vendor());
      return plan.bought(place)
          .orElseGet(() -> ItemPlan.order(basis, place, source, suggestion, at.situation().terms()))
          .within(by.line().why(), by.minimum(), suggestion);
    }

    /** Plans the items of places anew, some at a time: a vendor may have many. */
    private void each(Collection<Place> some, BiConsumer<Place, ItemPlan> consumer) {
      Map<ItemPlaces, List<Place>> byItem = new LinkedHashMap<>();
      some.forEach(
          place -> byItem.computeIfAbsent(basis.itemOf(place), i -> new ArrayList<>()).add(place));
      List<ItemPlaces> all = List.copyOf(byItem.keySet());
      for (int from = 0; from < all.size(); from += BLOCK) {
        List<ItemPlaces> items = all.subList(from, Math.min(all.size(), from + BLOCK));
        Map<Place, ItemSpread> of =
            demand.spreads(
                basis.version(), items.stream().flatMap(i -> i.places().stream()).toList());
        for (ItemPlaces item : items) {
          ItemPlan plan = ItemPlan.of(basis, item, of);
          byItem.get(item).forEach(place -> consumer.accept(place, plan));
        }
      }
    }
  }
}

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
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;

/**
 * Raises what goes from a vendor to a site at once to the least value that the vendor takes: an
 * order goes to one site. Values are compared where all that is due has a price in the currency of
 * that least value; otherwise nothing is added.
 */
@ApplicationScoped
public class VendorOrders {
  private final SuggestionStore suggestions;
  private final DemandOfPlaces demand;

  @Inject
  VendorOrders(SuggestionStore suggestions, DemandOfPlaces demand) {
    this.suggestions = suggestions;
    this.demand = demand;
  }

  VendorOrders() {
    this(null, null);
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

  /** Raises what is suggested to be bought from a vendor, site by site. */
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
    bySite.values().forEach(atSite -> new Site(basis, least, atSite, due).raise());
  }

  /** What a vendor delivers to one site. */
  private final class Site {
    private static final int BLOCK = 200;

    private final DecisionBasis basis;
    private final SupplyBook.LeastOrder least;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<SuggestedOrder> due;

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

    void raise() {
      if (due.isEmpty() || !due.stream().allMatch(o -> inCurrency(o.currency()))) {
        return;
      }
      BigDecimal value =
          due.stream()
              .map(o -> o.suggestion().cost().orElseThrow())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (value.compareTo(least.value()) < 0) {
        VendorOrder.of(least.value(), candidates()).ifPresent(this::write);
      }
    }

    /**
     * Whether a price is in the currency of the least value, or in the one of all if that has none.
     */
    private boolean inCurrency(Optional<String> currency) {
      return currency.isPresent()
          && currency.equals(least.currency().or(() -> due.get(0).currency()));
    }

    private List<VendorOrder.Candidate> candidates() {
      List<VendorOrder.Candidate> candidates = new ArrayList<>();
      each(
          places.values(),
          (place, plan) -> {
            Optional<SuggestedOrder> bought = plan.bought(place);
            if (inCurrency(basis.terms(place).currency())) {
              plan.replenishment(place)
                  .flatMap(at -> at.candidate(place.key().item()))
                  .map(c -> bought.map(o -> c.ordering(o.suggestion().order())).orElse(c))
                  .ifPresent(candidates::add);
            }
          });
      return candidates;
    }

    private void write(VendorOrder order) {
      SuggestedOrder.VendorMinimum minimum =
          new SuggestedOrder.VendorMinimum(least.value(), order.missing());
      Map<Place, VendorOrder.Line> lines = new LinkedHashMap<>();
      order.lines().stream()
          .filter(l -> l.why() != VendorOrder.Why.DUE || order.missing().signum() > 0)
          .forEach(line -> lines.put(places.get(line.id()), line));
      List<SuggestedOrder> raised = new ArrayList<>();
      each(
          lines.keySet(),
          (place, plan) -> {
            VendorOrder.Line line = lines.get(place);
            Replenishment at = plan.replenishment(place).orElseThrow();
            Suggestion suggestion = at.suggestion(line.order());
            SuggestedOrder.Source source =
                SuggestedOrder.Source.vendor(basis.terms(place).vendor().orElseThrow().vendor());
            raised.add(
                plan.bought(place)
                    .orElseGet(
                        () ->
                            ItemPlan.order(
                                basis, place, source, suggestion, at.situation().terms()))
                    .within(line.why(), minimum, suggestion));
          });
      suggestions.replace(basis.decision().decisionId(), raised, basis.earlier().numbers(raised));
    }

    /** Plans the items of places anew, some at a time: a vendor may have many. */
    private void each(Collection<Place> some, BiConsumer<Place, ItemPlan> consumer) {
      List<Place> all = List.copyOf(some);
      for (int from = 0; from < all.size(); from += BLOCK) {
        List<Place> block = all.subList(from, Math.min(all.size(), from + BLOCK));
        List<ItemPlaces> items = block.stream().map(basis::itemOf).toList();
        Map<Place, TotalDemand> of =
            demand.of(basis.version(), items.stream().flatMap(i -> i.places().stream()).toList());
        for (Place place : block) {
          consumer.accept(place, ItemPlan.of(basis, basis.itemOf(place), of));
        }
      }
    }
  }
}

package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.StockOut;

/**
 * The daily demand of one series with layers over it, exact to the sixth decimal.
 *
 * <p>Layers are laid in the order in which they are given, each over what the ones before left.
 * What a layer changes is dealt out over its days in proportion to their demand, evenly where they
 * have none; the rest of the rounding falls on the last of them. Returns stay as they are. Days
 * that are not known yet stay out of it: a layer that reaches beyond them is laid over the known
 * ones.
 *
 * <p>Worked example: 6 and 3 units on two days under a replacement of 3 become 2 and 1.
 *
 * @param days in order
 * @param excluded spells that count as not observed
 * @param effects of each layer that concerns a known day
 */
public record LayeredDemand(List<DayTotal> days, List<StockOut> excluded, List<Effect> effects) {
  private static final int SCALE = 6;

  /** What one layer did: base units of its days before and after it, both ≥ 0. */
  public record Effect(int layer, BigDecimal before, BigDecimal after) {}

  public LayeredDemand {
    days = List.copyOf(days);
    excluded = List.copyOf(excluded);
    effects = List.copyOf(effects);
  }

  /**
   * Lays the layers over raw demand.
   *
   * @param raw totals in any order, several of one day are added up
   * @param asOf the first day that is not known yet
   */
  public static LayeredDemand of(List<DayTotal> raw, List<DemandLayer> layers, LocalDate asOf) {
    if (layers.isEmpty()) {
      return new LayeredDemand(raw, List.of(), List.of());
    }
    TreeMap<LocalDate, DayTotal> days = new TreeMap<>();
    raw.forEach(d -> days.merge(d.day(), d, LayeredDemand::sum));
    List<StockOut> excluded = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      DemandLayer layer = layers.get(i);
      LocalDate end = layer.last().isBefore(asOf) ? layer.last().plusDays(1) : asOf;
      if (layer.first().isBefore(end)) {
        effects.add(
            layer.inherited().isPresent()
                ? inherit(days, layer.inherited().get(), i, end)
                : lay(days, layer, i, end));
        layer
            .inherited()
            .ifPresent(
                taken ->
                    taken.unseen().stream()
                        .filter(spell -> spell.from().isBefore(asOf))
                        .forEach(excluded::add));
        if (layer.kind() == DemandLayer.Kind.EXCLUDE) {
          excluded.add(new StockOut(layer.first(), end));
        }
      }
    }
    return new LayeredDemand(List.copyOf(days.values()), excluded, effects);
  }

  /** What is taken over lies on the days on which the other item sold it. */
  private static Effect inherit(
      TreeMap<LocalDate, DayTotal> days, InheritedDemand taken, int index, LocalDate end) {
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal added = BigDecimal.ZERO;
    for (InheritedDemand.Day day : taken.days()) {
      if (day.day().isBefore(end)) {
        DayTotal old = days.get(day.day());
        before = before.add(old == null ? BigDecimal.ZERO : old.gross());
        added = added.add(day.units());
        days.merge(day.day(), DayTotal.of(day.day(), day.units()), LayeredDemand::sum);
      }
    }
    return new Effect(index, before, before.add(added));
  }

  private static Effect lay(
      TreeMap<LocalDate, DayTotal> days, DemandLayer layer, int index, LocalDate end) {
    List<LocalDate> covered =
        days.subMap(layer.first(), end).values().stream()
            .filter(d -> d.gross().signum() > 0)
            .map(DayTotal::day)
            .toList();
    BigDecimal before =
        covered.stream().map(d -> days.get(d).gross()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal after = layer.over(before);
    List<LocalDate> targets = covered.isEmpty() ? layer.first().datesUntil(end).toList() : covered;
    BigDecimal rest = after;
    for (int i = 0; i < targets.size(); i++) {
      DayTotal old = days.get(targets.get(i));
      BigDecimal share =
          i == targets.size() - 1
              ? rest
              : covered.isEmpty()
                  ? after.divide(BigDecimal.valueOf(targets.size()), SCALE, RoundingMode.DOWN)
                  : after.multiply(old.gross()).divide(before, SCALE, RoundingMode.DOWN);
      rest = rest.subtract(share);
      BigDecimal returned = old == null ? BigDecimal.ZERO : old.returned();
      days.put(targets.get(i), new DayTotal(targets.get(i), share, returned));
    }
    return new Effect(index, before, after);
  }

  private static DayTotal sum(DayTotal a, DayTotal b) {
    return new DayTotal(a.day(), a.gross().add(b.gross()), a.returned().add(b.returned()));
  }
}

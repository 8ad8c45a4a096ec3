package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Turns what is needed of kits into what is needed of their components, down to items that are no
 * kits: dependent demand.
 *
 * <p>Worked: 3 of a set of 2 cups and 1 box, of which the box has 4 screws, need 6 cups and 12
 * screws.
 */
public final class Kits {
  private Kits() {}

  /**
   * What one kit has of an item.
   *
   * @param quantity base units a kit, above 0
   */
  public record Component(String item, BigDecimal quantity) {
    public Component {
      Objects.requireNonNull(item, "item");
      if (quantity.signum() <= 0) {
        throw new IllegalArgumentException("a component of %s %s".formatted(quantity, item));
      }
    }
  }

  /** How much is needed of an item on a day. */
  public record Requirement(String item, LocalDate on, BigDecimal quantity) {}

  private record Open(Requirement of, List<String> within) {}

  /**
   * Returns what is needed of items that are no kits, added up by item and day, in their order.
   *
   * @param kits by item; an item without components is none
   * @throws IllegalArgumentException if a kit contains itself
   */
  public static List<Requirement> components(
      List<Requirement> needed, Map<String, List<Component>> kits) {
    Deque<Open> open = new ArrayDeque<>();
    needed.forEach(n -> open.add(new Open(n, List.of())));
    Map<String, TreeMap<LocalDate, BigDecimal>> sums = new TreeMap<>();
    while (!open.isEmpty()) {
      Open next = open.pop();
      Requirement of = next.of();
      if (next.within().contains(of.item())) {
        throw new IllegalArgumentException(
            "kit %s contains itself: %s".formatted(of.item(), next.within()));
      }
      List<Component> components = kits.getOrDefault(of.item(), List.of());
      if (components.isEmpty()) {
        sums.computeIfAbsent(of.item(), i -> new TreeMap<>())
            .merge(of.on(), of.quantity(), BigDecimal::add);
      }
      List<String> within = new ArrayList<>(next.within());
      within.add(of.item());
      for (Component c : components) {
        open.add(
            new Open(
                new Requirement(c.item(), of.on(), of.quantity().multiply(c.quantity())), within));
      }
    }
    return sums.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().entrySet().stream()
                    .map(d -> new Requirement(e.getKey(), d.getKey(), d.getValue())))
        .sorted(Comparator.comparing(Requirement::item).thenComparing(Requirement::on))
        .toList();
  }
}

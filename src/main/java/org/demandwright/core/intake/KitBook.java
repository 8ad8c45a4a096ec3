package org.demandwright.core.intake;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;

/** What kits consist of, down to the items that are no kits themselves. */
public final class KitBook {
  /** Kits within kits are followed so deep. */
  public static final int MOST_LEVELS = 10;

  private final Map<ItemKey, List<KitPart>> parts;
  private final Map<ItemKey, Explosion> exploded = new HashMap<>();

  public KitBook(Collection<KitPart> components) {
    parts = components.stream().collect(Collectors.groupingBy(KitPart::kit));
  }

  /**
   * What one base unit of a kit consists of.
   *
   * @param units base units by component, ordered by it; empty where the kit cannot be exploded
   * @param fault why it cannot; empty where it can
   * @param detail the same as {@link Objection}
   */
  public record Explosion(
      Map<String, BigDecimal> units, Optional<KitFault> fault, Optional<Words> detail) {
    private static Explosion refused(KitFault fault, Words detail) {
      return new Explosion(Map.of(), Optional.of(fault), Optional.of(detail));
    }

    public boolean possible() {
      return fault.isEmpty();
    }
  }

  /** Returns whether an item is a kit, whether it can be exploded or not. */
  public boolean holds(ItemKey item) {
    return parts.containsKey(item);
  }

  /** Returns the kits that can be exploded and have an item among what they consist of. */
  public List<String> kitsOf(ItemKey item) {
    return parts.keySet().stream()
        .filter(kit -> kit.orgId().equals(item.orgId()))
        .filter(kit -> explode(kit).units().containsKey(item.itemId()))
        .map(ItemKey::itemId)
        .sorted()
        .toList();
  }

  /** Explodes a kit; a component that is reached in several ways is added up. */
  public Explosion explode(ItemKey kit) {
    return exploded.computeIfAbsent(kit, this::exploded);
  }

  private Explosion exploded(ItemKey kit) {
    Map<String, BigDecimal> units = new TreeMap<>();
    try {
      collect(kit, BigDecimal.ONE, new ArrayDeque<>(), units);
    } catch (BrokenKit broken) {
      return Explosion.refused(broken.fault, broken.detail);
    }
    return new Explosion(units, Optional.empty(), Optional.empty());
  }

  private void collect(
      ItemKey kit, BigDecimal times, Deque<String> path, Map<String, BigDecimal> units) {
    path.addLast(kit.itemId());
    check(kit, path);
    for (KitPart part : parts.get(kit)) {
      if (part.quantity().signum() <= 0) {
        throw new BrokenKit(
            KitFault.KIT_QUANTITY,
            Objection.of(
                "intake.kit-quantity", "intake.correct-erp", part.componentId(), kit.itemId()));
      }
      BigDecimal all = times.multiply(part.quantity());
      ItemKey component = new ItemKey(kit.orgId(), part.componentId());
      if (parts.containsKey(component)) {
        requireNoCycle(part.componentId(), path);
        collect(component, all, path, units);
      } else {
        units.merge(part.componentId(), all, BigDecimal::add);
      }
    }
    path.removeLast();
  }

  private void check(ItemKey kit, Deque<String> path) {
    if (!parts.containsKey(kit)) {
      throw new BrokenKit(
          KitFault.KIT_WITHOUT_COMPONENTS,
          Objection.of("intake.kit-without-parts", "intake.add-parts", kit.itemId()));
    }
    if (path.size() > MOST_LEVELS) {
      throw new BrokenKit(
          KitFault.KIT_TOO_DEEP,
          Objection.of(
              "intake.kit-too-deep", "intake.make-flatter", MOST_LEVELS, String.join(" > ", path)));
    }
  }

  private static void requireNoCycle(String component, Deque<String> path) {
    if (path.contains(component)) {
      throw new BrokenKit(
          KitFault.KIT_CYCLE,
          Objection.of(
              "intake.kit-cycle", "intake.correct-erp", String.join(" > ", path), component));
    }
  }

  private static final class BrokenKit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final KitFault fault;
    private final transient Words detail;

    BrokenKit(KitFault fault, Words detail) {
      super(detail.text());
      this.fault = fault;
      this.detail = detail;
    }
  }
}

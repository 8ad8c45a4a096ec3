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
   * @param detail the same in words, with what to do
   */
  public record Explosion(Map<String, BigDecimal> units, Optional<KitFault> fault, String detail) {
    private static Explosion refused(KitFault fault, String detail) {
      return new Explosion(Map.of(), Optional.of(fault), detail);
    }

    public boolean possible() {
      return fault.isEmpty();
    }
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
      return Explosion.refused(broken.fault, broken.getMessage());
    }
    return new Explosion(units, Optional.empty(), "");
  }

  private void collect(
      ItemKey kit, BigDecimal times, Deque<String> path, Map<String, BigDecimal> units) {
    path.addLast(kit.itemId());
    check(kit, path);
    for (KitPart part : parts.get(kit)) {
      if (part.quantity().signum() <= 0) {
        throw new BrokenKit(
            KitFault.KIT_QUANTITY,
            "component %s of kit %s has no quantity above 0; correct it in the ERP"
                .formatted(part.componentId(), kit.itemId()));
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
          "item %s is sold as a kit, but dw_kit_component has no parts of it; add them in the ERP"
              .formatted(kit.itemId()));
    }
    if (path.size() > MOST_LEVELS) {
      throw new BrokenKit(
          KitFault.KIT_TOO_DEEP,
          "kits lie in kits more than %d levels deep: %s; make it flatter in the ERP"
              .formatted(MOST_LEVELS, String.join(" > ", path)));
    }
  }

  private static void requireNoCycle(String component, Deque<String> path) {
    if (path.contains(component)) {
      throw new BrokenKit(
          KitFault.KIT_CYCLE,
          "a kit contains itself: %s > %s; correct it in the ERP"
              .formatted(String.join(" > ", path), component));
    }
  }

  private static final class BrokenKit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final KitFault fault;

    BrokenKit(KitFault fault, String detail) {
      super(detail);
      this.fault = fault;
    }
  }
}

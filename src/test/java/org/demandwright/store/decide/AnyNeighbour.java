package org.demandwright.store.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.neighbour.Neighbour;
import org.demandwright.store.decide.NeighbourStore.Count;
import org.demandwright.store.decide.NeighbourStore.Where;

/** Neighbours of which most does not matter. */
public final class AnyNeighbour {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private AnyNeighbour() {}

  public static Neighbour of(String item, String neighbour, long together) {
    return new Neighbour(item, neighbour, together, 100, 200, 1_000, 20, 1e-7);
  }

  public static Count count(String org, Optional<String> site, Neighbour... found) {
    return new Count(
        new Where(org, site), DAY.minusDays(365), DAY, 1_000, 500, 2, 45, List.of(found));
  }
}

package org.demandwright.store.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.demand.LifecycleLink;

/** Links of which most does not matter. */
public final class AnyLink {
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private AnyLink() {}

  public static LifecycleLink from(String org, String predecessor, String successor) {
    return of(LifecycleLink.Kind.SUBSTITUTE, org, predecessor, successor, Optional.empty());
  }

  public static LifecycleLink of(
      LifecycleLink.Kind kind,
      String org,
      String predecessor,
      String successor,
      Optional<String> site) {
    return new LifecycleLink(
        org,
        kind,
        predecessor,
        successor,
        site,
        DAY,
        Optional.empty(),
        new BigDecimal("1.000000"),
        Optional.empty());
  }
}

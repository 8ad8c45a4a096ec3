package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.demand.LifecycleLink.Kind;
import org.demandwright.core.demand.LifecycleLink.Ramp;
import org.junit.jupiter.api.Test;

class LifecycleLinkTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static LifecycleLink link(
      Kind kind, String to, LocalDate last, String factor, Ramp ramp) {
    return new LifecycleLink(
        "A",
        kind,
        "old",
        to,
        Optional.empty(),
        DAY,
        Optional.ofNullable(last),
        new BigDecimal(factor),
        Optional.ofNullable(ramp));
  }

  private static void refused(
      String why, Kind kind, String to, LocalDate last, String factor, Ramp ramp) {
    assertThatThrownBy(() -> link(kind, to, last, factor, ramp))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_cannot_be_is_refused() {
    refused("cannot follow itself", Kind.SUPERSESSION, "old", null, "1", null);
    refused("needs a predecessor and a successor", Kind.SUPERSESSION, " ", null, "1", null);
    refused("has no last day", Kind.SUPERSESSION, "new", DAY, "1", null);
    refused("before it begins", Kind.PHASE_OUT, "new", DAY.minusDays(1), "1", null);
    refused("has no ramp", Kind.PHASE_OUT, "new", null, "1", new Ramp(Ramp.Shape.LINEAR, 4));
    refused("above 0", Kind.SUPERSESSION, "new", null, "0", null);
    refused("at most 6 decimals", Kind.SUPERSESSION, "new", null, "0.0000001", null);
    assertThatThrownBy(() -> new Ramp(Ramp.Shape.LINEAR, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void demand_goes_over_at_once_or_in_even_steps() {
    LifecycleLink at = link(Kind.SUPERSESSION, "new", null, "1", null);
    assertThat(at.gone(DAY.minusDays(1))).isZero();
    assertThat(at.gone(DAY)).isEqualTo(1);
    LifecycleLink out = link(Kind.PHASE_OUT, "new", DAY.plusDays(3), "1", null);
    assertThat(out.gone(DAY.minusDays(1))).isZero();
    assertThat(out.gone(DAY)).isEqualTo(0.25);
    assertThat(out.gone(DAY.plusDays(2))).isEqualTo(0.75);
    assertThat(out.gone(DAY.plusDays(3))).isEqualTo(1);
    assertThat(out.gone(DAY.plusDays(900))).isEqualTo(1);
  }
}

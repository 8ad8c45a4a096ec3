package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.demandwright.core.decide.Transfers.Lane;
import org.demandwright.core.decide.Transfers.Need;
import org.demandwright.core.decide.Transfers.Transfer;
import org.junit.jupiter.api.Test;

class TransfersTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;

  private static BigDecimal units(int units) {
    return BigDecimal.valueOf(units);
  }

  private static Lane lane(String from, String to, int days, int multiple) {
    return new Lane(from, to, TODAY, TODAY.plusDays(days), BigDecimal.ZERO, units(multiple));
  }

  private static Need need(String site, int quantity, int by) {
    return new Need(site, units(quantity), TODAY.plusDays(by), TODAY.plusDays(10));
  }

  @Test
  void theMostUrgentIsServedFirstAndByTheFastestLane() {
    List<Transfer> sent =
        Transfers.of(
            List.of(need("shop", 30, 5), need("kiosk", 20, 2)),
            Map.of("depot", units(35), "store", units(99)),
            List.of(
                lane("depot", "shop", 1, 1),
                lane("store", "shop", 3, 8),
                lane("store", "kiosk", 30, 1),
                lane("depot", "kiosk", 1, 1)));
    assertThat(sent)
        .containsExactly(
            new Transfer(lane("depot", "kiosk", 1, 1), units(20)),
            new Transfer(lane("depot", "shop", 1, 1), units(15)),
            new Transfer(lane("store", "shop", 3, 8), units(16)));
  }

  @Test
  void aLaneThatIsSlowerThanBuyingIsNotTaken() {
    assertThat(
            Transfers.of(
                List.of(need("shop", 30, 5)),
                Map.of("depot", units(35)),
                List.of(lane("depot", "shop", 11, 1))))
        .isEmpty();
    assertThatThrownBy(() -> lane("shop", "shop", 1, 1)).hasMessageContaining("from shop to shop");
  }

  @Property
  void noSiteGivesMoreThanItHasToSpare(
      @ForAll @Size(2) List<@IntRange(min = 1, max = 50) Integer> needs,
      @ForAll @Size(2) List<@IntRange(max = 50) Integer> spare,
      @ForAll @IntRange(min = 1, max = 12) int multiple) {
    List<Transfer> sent =
        Transfers.of(
            List.of(need("a", needs.get(0), 2), need("b", needs.get(1), 3)),
            Map.of("c", units(spare.get(0)), "d", units(spare.get(1))),
            List.of(
                lane("c", "a", 1, multiple),
                lane("d", "a", 2, multiple),
                lane("c", "b", 1, multiple),
                lane("d", "b", 1, multiple)));
    Map<String, Integer> out = new HashMap<>();
    Map<String, Integer> in = new HashMap<>();
    for (Transfer t : sent) {
      out.merge(t.lane().from(), t.quantity().intValueExact(), Integer::sum);
      in.merge(t.lane().to(), t.quantity().intValueExact(), Integer::sum);
      assertThat(t.quantity().intValueExact() % multiple).isZero();
      assertThat(t.quantity()).isPositive();
    }
    assertThat(out.getOrDefault("c", 0)).isLessThanOrEqualTo(spare.get(0));
    assertThat(out.getOrDefault("d", 0)).isLessThanOrEqualTo(spare.get(1));
    assertThat(in.getOrDefault("a", 0)).isLessThan(needs.get(0) + multiple);
    assertThat(in.getOrDefault("b", 0)).isLessThan(needs.get(1) + multiple);
  }

  @Test
  void lessThanALaneTakesIsNotSent() {
    Lane lane = new Lane("depot", "shop", TODAY, TODAY.plusDays(1), units(24), units(12));
    assertThat(Transfers.of(List.of(need("shop", 5, 5)), Map.of("depot", units(23)), List.of(lane)))
        .isEmpty();
    assertThat(Transfers.of(List.of(need("shop", 5, 5)), Map.of("depot", units(30)), List.of(lane)))
        .containsExactly(new Transfer(lane, units(24)));
  }
}

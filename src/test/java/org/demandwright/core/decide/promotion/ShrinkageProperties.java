package org.demandwright.core.decide.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.demandwright.core.decide.promotion.Shrinkage.Drawn;
import org.demandwright.core.decide.promotion.Shrinkage.Estimate;

/** What an estimate that is drawn to others is, whatever they are. */
class ShrinkageProperties {
  private static List<Estimate> estimates(List<Double> values) {
    List<Estimate> all = new ArrayList<>();
    for (double value : values) {
      all.add(new Estimate(all.size() % 2 == 0 ? "A" : "B", value, 0.05 + 0.01 * all.size()));
    }
    return all;
  }

  @Property
  void lies_between_its_own_and_its_group(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -3, max = 3) Double> values) {
    List<Estimate> all = estimates(values);
    Shrinkage shrinkage = Shrinkage.of(all);
    for (Estimate e : all) {
      Drawn drawn = shrinkage.draw(e);
      double mean = shrinkage.mean(e.group()).value();
      assertThat(drawn.weight()).isBetween(0.0, 1.0);
      assertThat(drawn.value())
          .isBetween(Math.min(mean, e.value()) - 1e-9, Math.max(mean, e.value()) + 1e-9);
      assertThat(drawn.variance()).isPositive();
    }
  }

  @Property
  void moves_with_all_of_them(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -3, max = 3) Double> values,
      @ForAll @DoubleRange(min = -5, max = 5) double by) {
    List<Estimate> all = estimates(values);
    Shrinkage one = Shrinkage.of(all);
    Shrinkage other = Shrinkage.of(estimates(values.stream().map(v -> v + by).toList()));
    Estimate first = all.get(0);
    assertThat(other.draw(new Estimate("A", first.value() + by, first.variance())).value())
        .isCloseTo(one.draw(first).value() + by, within(1e-6));
  }

  /** The worse it is known, the more it is drawn. */
  @Property
  void weighs_less_the_less_is_known(
      @ForAll @Size(min = 3, max = 30) List<@DoubleRange(min = -3, max = 3) Double> values) {
    Shrinkage shrinkage = Shrinkage.of(estimates(values));
    assertThat(shrinkage.draw(new Estimate("A", 1, 0.5)).weight())
        .isLessThanOrEqualTo(shrinkage.draw(new Estimate("A", 1, 0.1)).weight());
  }
}

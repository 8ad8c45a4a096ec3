package org.demandwright.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.DoubleVector;

/** Whatever is explained, the parts are the whole. */
class ExplanationProperties {

  @Property(tries = 200)
  void shapleyValuesSumToWhatAllReachMore(
      @ForAll @IntRange(min = 1, max = 14) int players, @ForAll int seed) {
    double[] values = new Random(seed).doubles(1 << players, -1e3, 1e3).toArray();
    double[] shapley = ShapleyValues.of(players, present -> values[index(present)], seed);
    assertThat(Arrays.stream(shapley).sum())
        .isCloseTo(values[values.length - 1] - values[0], within(1e-8));
  }

  @Property(tries = 200)
  void aCombinationIsTheWeightedSumOfItsMembers(
      @ForAll @IntRange(min = 1, max = 6) int members, @ForAll int seed) {
    Random random = new Random(seed);
    double[] weights = random.doubles(members, 0.05, 1).toArray();
    double all = Arrays.stream(weights).sum();
    List<ExplainedMember> parts = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      parts.add(new ExplainedMember("model" + m, weights[m] / all, explanation(random, m)));
    }
    Explanation combined = new ForecastExplanation(parts).combined();
    for (int h = 0; h < 5; h++) {
      double expected = 0;
      for (ExplainedMember part : parts) {
        expected += part.weight() * part.explanation().forecast().get(h);
      }
      assertThat(combined.forecast().get(h)).isEqualTo(expected);
    }
    assertThat(combined.contributions()).extracting(Contribution::driver).doesNotHaveDuplicates();
  }

  @Property(tries = 100)
  void aTotalIsTheSumOfItsSteps(
      @ForAll @IntRange(min = 1, max = 5) int from, @ForAll @IntRange(min = 0, max = 4) int more) {
    Explanation whole = explanation(new Random(3), 2);
    int to = Math.min(5, from + more);
    Explanation total = whole.total(from, to);
    assertThat(total.forecast().get(0)).isEqualTo(whole.forecast().slice(from - 1, to).sum());
    assertThat(total.contributions()).hasSameSizeAs(whole.contributions());
  }

  private static Explanation explanation(Random random, int drivers) {
    ContributionTable table = new ContributionTable(5);
    double[] forecast = new double[5];
    for (int h = 0; h < 5; h++) {
      for (int d = 0; d <= drivers; d++) {
        double amount = 1e3 * random.nextGaussian();
        table.add("driver" + d, h, amount);
        forecast[h] += amount;
      }
    }
    return table.explain(DoubleVector.of(forecast));
  }

  private static int index(boolean[] present) {
    int index = 0;
    for (int i = 0; i < present.length; i++) {
      index |= present[i] ? 1 << i : 0;
    }
    return index;
  }
}

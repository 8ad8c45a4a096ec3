package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final Period WEEK = Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1));

  private static SignalValue value(String item, String site, String day, double v, String known) {
    return new SignalValue("views", item, site, LocalDate.parse(day), v, LocalDate.parse(known));
  }

  @Test
  void anOriginSeesThePeriodsBeforeItAsFarAsTheyHadArrived() {
    Signals signals =
        Signals.none().and("views", new double[] {1, 2, Double.NaN, 8}, new int[] {1, 3, 3, 4});
    assertThat(signals.before(0).mean("views", 9)).isEmpty();
    assertThat(signals.before(1).mean("views", 9)).hasValue(1);
    assertThat(signals.before(2).mean("views", 1)).as("late").isEmpty();
    assertThat(signals.before(3).mean("views", 2)).hasValue(2);
    assertThat(signals.before(4).mean("views", 2)).hasValue(8);
    assertThat(signals.before(9).mean("views", 4)).isEmpty();
    assertThat(signals.before(4).mean("carts", 4)).isEmpty();
  }

  @Test
  void aHeadAnswersEveryEarlierOriginAsTheWholeDoes() {
    Random random = new Random(5);
    double[] values = random.doubles(40).toArray();
    int[] knownAt = new int[40];
    for (int i = 0; i < 40; i++) {
      knownAt[i] = i + 1 + random.nextInt(6);
    }
    Signals whole = Signals.none().and("a", values, knownAt);
    for (int cut = 0; cut <= 45; cut++) {
      Signals head = whole.head(cut);
      for (int origin = 0; origin <= cut; origin++) {
        assertThat(head.before(origin).mean("a", 7)).isEqualTo(whole.before(origin).mean("a", 7));
      }
      assertThat(head.before(45).mean("a", 45)).isEqualTo(whole.before(cut).mean("a", cut));
    }
  }

  @Test
  void aValueIsNotKnownBeforeItsPeriodIsOver() {
    assertThatThrownBy(() -> Signals.none().and("a", new double[] {1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be known at origin 0");
    assertThatThrownBy(() -> value("A", "", "2024-01-05", 1, "2024-01-05"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("known on the next day at the earliest");
  }

  @Test
  void aPeriodIsTheMeanOfItsDaysAndKnownWhenTheLastOfThemWas() {
    Signals signals =
        SignalAggregator.aggregate(
            List.of(
                value("A", "", "2024-01-01", 10, "2024-01-02"),
                value("A", "", "2024-01-03", 20, "2024-01-04"),
                value("A", "", "2024-01-09", 50, "2024-01-16")),
            WEEK,
            3,
            LocalDate.of(2024, 1, 22));
    assertThat(signals.before(1).mean("views", 1)).hasValue(15);
    assertThat(signals.before(2).mean("views", 1)).as("late").isEmpty();
    assertThat(signals.before(3).mean("views", 2)).hasValue(50);
  }

  @Test
  void aRevisionCountsFromTheDayOnWhichItWasKnown() {
    List<SignalValue> values =
        List.of(
            value("A", "", "2024-01-01", 10, "2024-01-02"),
            value("A", "", "2024-01-01", 99, "2024-02-01"));
    Signals then = SignalAggregator.aggregate(values, WEEK, 2, LocalDate.of(2024, 1, 15));
    Signals now = SignalAggregator.aggregate(values, WEEK, 9, LocalDate.of(2024, 3, 4));
    assertThat(then.before(1).mean("views", 1)).hasValue(10);
    assertThat(now.before(1).mean("views", 1)).as("the revision was not known").isEmpty();
    assertThat(now.before(5).mean("views", 5)).hasValue(99);
  }

  @Test
  void theClosestValuesCount() {
    List<SignalValue> values = new ArrayList<>();
    values.add(value("*", "", "2024-01-01", 1, "2024-01-02"));
    assertThat(first(values)).isEqualTo(1);
    values.add(value("*", "S", "2024-01-01", 2, "2024-01-02"));
    assertThat(first(values)).isEqualTo(2);
    values.add(value("A", "", "2024-01-01", 3, "2024-01-02"));
    assertThat(first(values)).isEqualTo(3);
    values.add(value("A", "S", "2024-01-01", 4, "2024-01-02"));
    assertThat(first(values)).isEqualTo(4);
  }

  private static double first(List<SignalValue> values) {
    return SignalAggregator.aggregate(values, WEEK, 1, LocalDate.of(2024, 1, 8))
        .before(1)
        .mean("views", 1)
        .orElseThrow();
  }
}

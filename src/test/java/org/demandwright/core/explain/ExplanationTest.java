package org.demandwright.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final DoubleVector FORECAST = DoubleVector.of(10, 12);

  @Test
  void partsThatDoNotSumToTheForecastAreRefused() {
    List<Contribution> parts =
        List.of(
            new Contribution(Drivers.LEVEL, DoubleVector.of(9, 9)),
            new Contribution(Drivers.TREND, DoubleVector.of(1, 2)));
    assertThatThrownBy(() -> new Explanation(FORECAST, parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step 2: the contributions sum to 11.0 but the forecast is 12.0");
  }

  @Test
  void roundingIsAllowedAndNoMore() {
    DoubleVector rounded = DoubleVector.of(10 + 1e-9, 12);
    DoubleVector wrong = DoubleVector.of(10 + 1e-7, 12);
    assertThat(new Explanation(FORECAST, List.of(new Contribution(Drivers.LEVEL, rounded))))
        .isNotNull();
    assertThatThrownBy(
            () -> new Explanation(FORECAST, List.of(new Contribution(Drivers.LEVEL, wrong))))
        .hasMessageContaining("step 1");
  }

  @Test
  void aMethodThatDoesNotDivideItsNumberSaysSo() {
    Explanation whole = Explanation.whole(FORECAST);
    assertThat(whole.contributions()).containsExactly(new Contribution(Drivers.WHOLE, FORECAST));
    assertThat(whole.total(1, 2).forecast()).isEqualTo(DoubleVector.of(22));
    assertThatThrownBy(() -> whole.total(2, 3)).hasMessageContaining("steps 2 to 3");
  }

  @Test
  void sharesMustSumToOne() {
    Explanation whole = Explanation.whole(FORECAST);
    assertThatThrownBy(
            () ->
                new ForecastExplanation(
                    List.of(
                        new ExplainedMember("Theta", 0.5, whole),
                        new ExplainedMember("Naive", 0.4, whole))))
        .hasMessageContaining("the weights sum to 0.9");
    assertThatThrownBy(() -> new ExplainedMember("Theta", 0, whole))
        .hasMessageContaining("above 0");
    assertThat(ForecastExplanation.of("Theta", whole).combined()).isEqualTo(whole);
  }

  @Test
  void anExplanationOfAnotherForecastIsRefused() {
    ForecastExplanation one = ForecastExplanation.of("Theta", Explanation.whole(FORECAST));
    one.requireForecast(DoubleVector.of(10 * (1 + 1e-12), 12));
    assertThatThrownBy(() -> one.requireForecast(DoubleVector.of(10, 12.1)))
        .hasMessage("step 2: 12.0 is explained but 12.1 is forecast");
    assertThatThrownBy(() -> one.requireForecast(DoubleVector.of(10)))
        .hasMessage("2 steps are explained but 1 are forecast");
  }
}

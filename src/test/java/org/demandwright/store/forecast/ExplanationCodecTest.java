package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.ExplainedMember;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;
import org.junit.jupiter.api.Test;

class ExplanationCodecTest {
  private static final Explanation PARTS =
      new Explanation(
          DoubleVector.of(0.3, 0.3, 0.3, 4),
          List.of(
              new Contribution(Drivers.BASE, DoubleVector.of(0.1, 0.1, 0.1, 4)),
              new Contribution("weather", DoubleVector.of(0.2, 0.2, 0.2, -0.0))));

  @Test
  void keepsEveryBit() {
    ForecastExplanation two =
        new ForecastExplanation(
            List.of(
                new ExplainedMember("Theta", 0.25, PARTS),
                new ExplainedMember("Naive", 0.75, Explanation.whole(PARTS.forecast()))));
    assertThat(ExplanationCodec.explanation(ExplanationCodec.bytes(two))).isEqualTo(two);
  }

  @Test
  void equalStepsTakeNoSpace() {
    assertThat(ExplanationCodec.bytes(flat(1)).length)
        .isEqualTo(ExplanationCodec.bytes(flat(400)).length);
  }

  @Test
  void aLongHorizonIsWrittenInSeveralRuns() {
    ForecastExplanation flat = flat(70_000);
    assertThat(ExplanationCodec.explanation(ExplanationCodec.bytes(flat))).isEqualTo(flat);
  }

  @Test
  void refusesAnotherFormat() {
    byte[] bytes = ExplanationCodec.bytes(flat(1));
    bytes[0] = 9;
    assertThatThrownBy(() -> ExplanationCodec.explanation(bytes)).hasMessageContaining("format 9");
  }

  private static ForecastExplanation flat(int steps) {
    return ForecastExplanation.of("Naive", Explanation.whole(DoubleVector.filled(steps, 1.5)));
  }
}

package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.Score;
import org.junit.jupiter.api.Test;

class ResultCodecTest {

  @Test
  void keepsEveryBit() {
    Backtest backtest =
        new Backtest(
            "Theta",
            new Period(Bucket.WEEK, 2900),
            DoubleVector.of(0.1 + 0.2, -0.0, Double.MIN_VALUE),
            DoubleVector.of(1, 2, 3),
            DoubleVector.of(1, 0, 1));
    assertThat(ResultCodec.backtests(ResultCodec.backtests(List.of(backtest))))
        .containsExactly(backtest);
    ResultCodec.Contest contest =
        new ResultCodec.Contest(
            List.of(new Member("Theta", 0.1 + 0.2), new Member("Naive", 0.7)),
            List.of(new Score("Theta", Double.NaN, 1.5, 2, 3, -4, 5)),
            Map.of(
                "Croston",
                new Failure(Failure.Reason.NO_DEMAND, Words.of("failure.no-demand", "tea|||", 5))));
    assertThat(ResultCodec.contest(ResultCodec.contest(contest))).isEqualTo(contest);
  }

  @Test
  void refusesAnotherFormat() {
    byte[] bytes = ResultCodec.backtests(List.of());
    bytes[0] = 9;
    assertThatThrownBy(() -> ResultCodec.backtests(bytes)).hasMessageContaining("format 9");
  }
}

package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.GlobalFit;
import org.junit.jupiter.api.Test;

class AppliedGlobalTest {
  private static final History HISTORY =
      History.of(
          DemandSeries.of(SeriesKey.of("screw"), new Period(Bucket.WEEK, 2800), 5, 7, 6, 9, 8));

  @Test
  void aFittedValueIsTheForecastOfAPeriodFromThoseBeforeIt() {
    assertThat(applied(3, 1).fitted()).isEqualTo(DoubleVector.of(7, 6, 9));
  }

  @Test
  void fittedValuesBeginWhereTheModelCanBeApplied() {
    assertThat(applied(10, 3).fitted()).isEqualTo(DoubleVector.of(6, 9));
  }

  /** A model that repeats the last demand, and refuses fewer than {@code least} periods. */
  private static AppliedGlobal applied(int newest, int least) {
    GlobalFit repeat = new Repeat(least);
    return new AppliedGlobal(repeat, repeat.apply(HISTORY).orElseThrow(), HISTORY, newest);
  }

  private record Repeat(int least) implements GlobalFit {
    @Override
    public Outcome<FittedModel> apply(History history) {
      if (history.size() < least) {
        return Outcome.failed(Failure.Reason.SHORT_HISTORY, "too short");
      }
      double last = history.units().last();
      return Outcome.ok(
          new FittedModel() {
            @Override
            public DoubleVector forecast(int horizon) {
              return DoubleVector.filled(horizon, last);
            }

            @Override
            public DoubleVector fitted() {
              return DoubleVector.empty();
            }
          });
    }

    @Override
    public String state() {
      return "";
    }
  }
}

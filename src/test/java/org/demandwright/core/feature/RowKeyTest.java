package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class RowKeyTest {
  private final Period week = Period.of(Bucket.WEEK, LocalDate.of(2024, 1, 1));
  private final SeriesKey key = SeriesKey.of("A");

  @Test
  void aRowCannotPredictWhatItHasSeen() {
    assertThatThrownBy(() -> new RowKey(key, week, week))
        .hasMessageContaining("must not predict WEEK 2024-01-01");
  }

  @Test
  void aMatrixNamesTheFeatureThatIsNotFinite() {
    List<RowKey> keys = List.of(new RowKey(key, week, week.plus(1)));
    assertThatThrownBy(() -> new FeatureMatrix(List.of("x"), keys, new double[][] {{Double.NaN}}))
        .hasMessageContaining("feature x is NaN");
  }
}

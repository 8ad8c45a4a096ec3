package org.demandwright.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.batch.demand.CovariatePeriods;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.store.demand.MasterDataStore;
import org.junit.jupiter.api.Test;

class ImportMasterDataTest {
  @Test
  void a_promotion_without_a_last_day_goes_on_through_the_forecast() {
    MasterDataStore.Promotion open =
        ImportMasterData.promotion(
            new ErpPromotion("P1", "ONE", "TEA", null, LocalDate.of(2026, 3, 16), null));

    Period first = Period.of(Bucket.WEEK, LocalDate.of(2026, 3, 2));
    DoubleVector promoted = CovariatePeriods.promotedShare(List.of(open), first, 60);

    assertThat(promoted.get(1)).isZero();
    assertThat(promoted.get(2)).isEqualTo(1);
    assertThat(promoted.last()).isEqualTo(1);
  }
}

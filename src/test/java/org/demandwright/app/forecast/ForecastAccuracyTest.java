package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.AccuracyStore;
import org.demandwright.store.forecast.ReferenceStore;
import org.demandwright.store.run.PlanStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One unit was forecast of each series for the first week, and three were wanted. */
class ForecastAccuracyTest {
  private static final ForecastAccuracy.Selection ALL =
      new ForecastAccuracy.Selection(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private Stores stores;
  private ForecastAccuracy accuracy;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:accuracy-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    accuracy =
        new ForecastAccuracy(
            stores.accuracy(),
            new ReferenceStore(stores.sql()),
            new ForecastPlans(
                new PlanStore(stores.sql()),
                new Settings(new GivenConfig(Map.of())),
                new Clock(),
                stores.audit()));
  }

  @Test
  void withoutAnythingPublishedThereIsNothingToCompare() {
    assertThatThrownBy(() -> accuracy.span(Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("was ever published");
  }

  @Test
  void theUsualSpanIsAHorizonBeforeTheNewestOrigin() {
    Companies.fill(stores, "A");
    ForecastAccuracy.Span span =
        accuracy.span(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(span.to()).isEqualTo(Companies.DAY.plusDays(6));
    assertThat(span.from()).isEqualTo(Companies.DAY.minusWeeks(12));
    assertThatThrownBy(
            () ->
                accuracy.span(
                    Optional.empty(), Optional.of(Companies.AS_OF), Optional.of(Companies.DAY)))
        .hasMessageContaining("lies before");
  }

  @Test
  void whatPlannersChangedIsComparedWithWhatTheyWereGiven() {
    Companies.fill(stores, "A");
    stores.sql().update("update forecast_archive set final_units = 2.5 where series_id <= 2");
    AccuracyRecord all = page(AccuracyStore.Grouping.LAG, 9).rows().get(0);
    assertThat(all.wape().orElseThrow()).isCloseTo(5.0 / 12, within(1e-9));
    assertThat(all.bias().orElseThrow()).isCloseTo(-5.0 / 12, within(1e-9));
    assertThat(all.baselineWape().orElseThrow()).isCloseTo(8.0 / 12, within(1e-9));
    assertThat(all.valueAdded().orElseThrow()).isCloseTo(3.0 / 12, within(1e-9));
    assertThat(all.coverage()).isZero();
    assertThat(all.mase()).isEmpty();
    stores.sql().update("update archived_demand set units = 0");
    AccuracyRecord nothing = page(AccuracyStore.Grouping.LAG, 9).rows().get(0);
    assertThat(nothing.wape()).isEmpty();
    assertThat(nothing.coverage()).as("0 lies from p10 on").isEqualTo(1);
  }

  @Test
  void groupsComePageByPage() {
    Companies.fill(stores, "A", "B");
    Page<AccuracyRecord> first = page(AccuracyStore.Grouping.CATEGORY, 1);
    assertThat(first.rows()).extracting(r -> r.errors().group()).containsExactly("goods of A");
    Page<AccuracyRecord> second =
        accuracy.page(
            DataScope.unrestricted(),
            AccuracyStore.Grouping.CATEGORY,
            span(),
            ALL,
            first.next(),
            1);
    assertThat(second.rows()).extracting(r -> r.errors().group()).containsExactly("goods of B");
    assertThat(second.next()).isEmpty();
  }

  private static ForecastAccuracy.Span span() {
    return new ForecastAccuracy.Span("default", Companies.DAY, Companies.AS_OF);
  }

  private Page<AccuracyRecord> page(AccuracyStore.Grouping by, int limit) {
    return accuracy.page(DataScope.unrestricted(), by, span(), ALL, Optional.empty(), limit);
  }
}

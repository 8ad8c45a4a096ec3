package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnyException;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** When the past is replayed, and how the stock of past days is reckoned. */
class ReplayExceptionsTest {
  private static final LocalDate REPLAYED =
      AnyException.replayed(RiskKind.EXPIRY, false).replayedOn();

  private static Decision on(LocalDate day) {
    return new Decision(
        1, 1, "default", 1, day, Companies.NOW, Optional.empty(), 0, Optional.empty());
  }

  @Test
  void the_past_is_replayed_when_that_is_long_ago_or_another_precision_is_asked_for() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:replays-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    Stores stores = Stores.of(database);
    ExceptionQualityStore quality = new ExceptionQualityStore(stores.sql());
    assertThat(replays(stores, Map.of()).isDue(on(REPLAYED))).as("never yet").isTrue();
    quality.replace("default", List.of(AnyException.replayed(RiskKind.STOCK_OUT, true)));
    assertThat(replays(stores, Map.of()).isDue(on(REPLAYED.plusDays(6)))).isFalse();
    assertThat(replays(stores, Map.of()).isDue(on(REPLAYED.plusDays(7)))).isTrue();
    assertThat(replays(stores, Map.of()).isDue(on(REPLAYED.minusDays(1))))
        .as("of a day that is later")
        .isTrue();
    assertThat(
            replays(stores, Map.of("dw.exceptions.precision-percent", "80"))
                .isDue(on(REPLAYED.plusDays(1))))
        .isTrue();
    assertThat(
            replays(stores, Map.of("dw.exceptions.replay-weeks", "0"))
                .isDue(on(REPLAYED.plusDays(99))))
        .isFalse();
  }

  private static ReplayExceptions replays(Stores stores, Map<String, String> set) {
    return new ReplayExceptions(
        new SupplyStore(stores.sql()),
        stores.masterData(),
        stores.sums(),
        new ExceptionQualityStore(stores.sql()),
        new Settings(new GivenConfig(set)));
  }

  @Test
  void past_stock_is_todays_without_what_came_and_with_what_went() {
    double[] flow = {-2, 10, -3, 0, -1};
    boolean[] empty = new boolean[5];
    assertThat(ReplayExceptions.stock(6, flow, empty).toArray())
        .as("on the evening before each day")
        .containsExactly(new double[] {2, 1e-6, 10, 7, 7}, offset(1e-5));
    empty[1] = true;
    empty[2] = true;
    assertThat(ReplayExceptions.stock(6, flow, empty).toArray())
        .as("where the ledger says that nothing was there, that counts")
        .containsExactly(new double[] {2, 0, 0, 7, 7}, offset(1e-9));
  }
}

package org.demandwright.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.PlanWithoutForecast;
import org.demandwright.app.forecast.ShownVersions;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Chance;
import org.demandwright.store.Companies;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.run.PlanStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals of three weeks: nothing with 0.125, up to the median as many as weeks, above it 9. */
class LeadTimeDemandTest {
  private static final LocalDate ORIGIN = Companies.DAY.plusDays(7);
  private static final int WEEKS = 21;

  private Stores stores;
  private LeadTimeDemand demand;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:lead-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    Companies.fill(stores, "A", "B");
    stores.sql().update("delete from final_step");
    demand =
        new LeadTimeDemand(
            new ShownVersions(
                stores.versions(),
                new ForecastPlans(
                    new PlanStore(stores.sql()),
                    new Settings(new GivenConfig(Map.of())),
                    new Clock(),
                    stores.audit())),
            stores.totals(),
            new FinalTotals(stores.totals(), stores.finals()),
            new PlanWithoutForecast(stores.results()));
  }

  private static LeadTimeDemand.Question question(String item, int days, double level) {
    return new LeadTimeDemand.Question(
        new TotalsStore.Filter(
            DataScope.unrestricted(),
            Optional.of("A"),
            Optional.of(item),
            Optional.empty(),
            Optional.empty()),
        days,
        level,
        Optional.of(BigDecimal.valueOf(3)));
  }

  private List<LeadTimeRecord> told(LeadTimeDemand.Question question) {
    return demand.page(demand.published(Optional.empty()), question, Optional.empty(), 9).rows();
  }

  @Test
  void tellsTheTotalOfTheDaysAtTheLevel() {
    List<LeadTimeRecord> tea = told(question("tea", WEEKS, 0.5));
    assertThat(tea).extracting(r -> r.series().key()).isEqualTo(Companies.keys("A").subList(1, 4));
    assertThat(tea.get(0).series().itemCode()).isEqualTo("C-tea");
    LeadTimeRecord.Figures median = tea.get(0).figures().orElseThrow();
    assertThat(median.mean()).isEqualByComparingTo("3");
    assertThat(median.quantity()).isEqualByComparingTo("3");
    assertThat(median.nothing()).isEqualTo(0.125);
    Chance enough = median.enough().orElseThrow();
    assertThat(enough.atLeast()).isBetween(0.5, 0.51);
    assertThat(median.overridden()).isFalse();
    assertThat(told(question("tea", WEEKS, 0.95)).get(0).figures().orElseThrow().quantity())
        .isEqualByComparingTo("9");
  }

  @Test
  void pagesGoOnWhereTheyWere() {
    LeadTimeDemand.Answering answering = demand.published(Optional.empty());
    LeadTimeDemand.Question all =
        new LeadTimeDemand.Question(
            new TotalsStore.Filter(
                DataScope.unrestricted(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            7,
            0.9,
            Optional.empty());
    Page<LeadTimeRecord> first = demand.page(answering, all, Optional.empty(), 5);
    Page<LeadTimeRecord> second = demand.page(answering, all, first.next(), 5);
    assertThat(first.rows()).hasSize(5);
    assertThat(second.rows()).hasSize(3);
    assertThat(second.next()).isEmpty();
  }

  @Test
  void whatIsFinalCounts() {
    stores
        .finals()
        .replace(
            Companies.VERSION,
            List.of(2L),
            List.of(
                new FinalStore.Final(
                    2,
                    2,
                    Optional.of(new BigDecimal("5")),
                    Optional.of(new BigDecimal("6")),
                    Optional.of(1L),
                    Companies.NOW),
                new FinalStore.Final(
                    2,
                    3,
                    Optional.empty(),
                    Optional.of(new BigDecimal("7")),
                    Optional.empty(),
                    Companies.NOW)));
    LeadTimeRecord.Figures week = told(question("tea", 7, 0.5)).get(0).figures().orElseThrow();
    assertThat(week.mean()).as("before the override").isEqualByComparingTo("1");
    LeadTimeRecord.Figures two = told(question("tea", 14, 0.5)).get(0).figures().orElseThrow();
    assertThat(two.mean()).isEqualByComparingTo("6");
    assertThat(two.quantity()).isEqualByComparingTo("6");
    assertThat(two.overridden()).isTrue();
    assertThat(told(question("tea", WEEKS, 0.5)).get(0).figures().orElseThrow().mean())
        .isEqualByComparingTo("7");
  }

  @Test
  void beyondHorizonAndLevelsNothingIsSaid() {
    assertThatThrownBy(() -> told(question("tea", 22, 0.5)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("from 1 to 21 days from " + ORIGIN);
    assertThatThrownBy(() -> told(question("tea", 7, 0.999)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("0.05 to 0.99");
    assertThatThrownBy(() -> demand.published(Optional.of("months")))
        .hasMessageContaining("There is no plan 'months'");
  }

  @Test
  void whatIsNotRecommendedToForecastIsPlannedByItsRate() {
    stores.sql().update("update series_result set verdict = 'DO_NOT_FORECAST' where series_id = 1");
    LeadTimeRecord cup = told(question("cup", 7, 0.5)).get(0);
    assertThat(cup.figures()).isEmpty();
    assertThat(cup.planBy().orElseThrow().rate().orElseThrow()).isEqualByComparingTo("7");
  }

  @Test
  void aVersionFromBeforeHasNoFigures() {
    stores.sql().update("delete from forecast_totals");
    LeadTimeRecord cup = told(question("cup", 7, 0.5)).get(0);
    assertThat(cup.figures()).isEmpty();
    assertThat(cup.planBy()).isEmpty();
  }
}

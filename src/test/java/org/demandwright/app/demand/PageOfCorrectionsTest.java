package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.demand.SeriesScopeStore;
import org.junit.jupiter.api.Test;

/** A page of corrections takes as many statements as one. */
class PageOfCorrectionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private final CountedStatements statements = new CountedStatements();

  @Test
  void manyTakeTheStatementsOfOne() {
    VersionFixture store = new VersionFixture(statements.database());
    DemandCorrections corrections =
        new DemandCorrections(
            store.layers(),
            new SeriesScopeStore(store.sql()),
            new Settings(new GivenConfig(Map.of())),
            new Clock(),
            store.audit());
    long tea = store.seriesOf("tea");
    store.booked("1", tea, DAY, "5");
    store.booked("2", tea, DAY, "-2");
    store.booked("3", tea, DAY.plusDays(1), "7");
    for (int i = 0; i < 30; i++) {
      DemandCorrections.Request wanted =
          new DemandCorrections.Request(
              tea, DemandLayer.Kind.MANUAL, DAY, null, BigDecimal.ONE, null, "why");
      LayerRecord laid = corrections.add(DataScope.unrestricted(), wanted, "ann");
      corrections.withdraw(DataScope.unrestricted(), laid.layerId(), "ann");
    }
    int one = statements.of(() -> page(corrections, 1));
    int many = statements.of(() -> page(corrections, 30));
    assertThat(many).isEqualTo(one);
  }

  private static void page(DemandCorrections corrections, int limit) {
    assertThat(
            corrections
                .all(
                    DataScope.unrestricted(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    limit)
                .rows())
        .hasSize(limit)
        .allSatisfy(
            c -> {
              assertThat(c.before()).isEqualByComparingTo("5");
              assertThat(c.after()).isEqualByComparingTo("6");
            });
  }
}

package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.demand.SeriesScopeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no correction can be about. */
class RefusedCorrectionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final VersionFixture store = new VersionFixture(new CountedStatements().database());
  private final DemandCorrections corrections =
      new DemandCorrections(
          store.layers(),
          new SeriesScopeStore(store.sql()),
          new Settings(new GivenConfig(Map.of())),
          new StandingClock(),
          store.audit());
  private long tea;

  private static final class StandingClock extends Clock {
    @Override
    public Instant now() {
      return Instant.parse(TODAY + "T12:00:00Z");
    }
  }

  @BeforeEach
  void series() {
    tea = store.seriesOf("tea");
  }

  private LayerRecord lay(String first, String last) {
    return corrections.add(
        DataScope.unrestricted(),
        new DemandCorrections.Request(
            tea,
            DemandLayer.Kind.MANUAL,
            LocalDate.parse(first),
            last == null ? null : LocalDate.parse(last),
            BigDecimal.ONE,
            null,
            "why"),
        "ann");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10,,firstDay",
    "2026-03-09,2026-03-10,lastDay",
    "2026-01-01,9999-12-31,lastDay",
    "0001-01-01,2026-01-02,firstDay"
  })
  void days_that_are_not_over_or_never_were_are_refused(String first, String last, String field) {
    assertThatThrownBy(() -> lay(first, last))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo(field));
  }

  @Test
  void yesterday_is_whole() {
    assertThat(lay("2026-03-09", null).layer().last()).isEqualTo(TODAY.minusDays(1));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-05,2026-01-05", "2026-01-01,2026-01-02", "2026-01-09,2026-02-01"})
  void what_lies_over_another_is_refused_and_names_it(String first, String last) {
    LayerRecord there = lay("2026-01-02", "2026-01-09");
    assertThatThrownBy(() -> lay(first, last))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.CONFLICT))
        .hasMessageContaining("Correction " + there.layerId() + " ");
    lay("2026-01-10", null);
    lay("2026-01-01", null);
    corrections.withdraw(DataScope.unrestricted(), there.layerId(), "ann");
    lay("2026-01-02", "2026-01-09");
  }

  @Test
  void other_series_are_others() {
    lay("2026-01-02", null);
    tea = store.seriesOf("rice");
    assertThat(lay("2026-01-02", null).seriesId()).isEqualTo(tea);
  }
}

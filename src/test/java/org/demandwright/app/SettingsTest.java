package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void everySettingHasItsDefault() {
    Settings settings = settings(Map.of());
    assertThat(settings.dataDir()).isEqualTo(Path.of("./demandwright-data"));
    assertThat(settings.scheduleEnabled()).isTrue();
    assertThat(settings.scheduleCron()).isEqualTo("30 2 * * *");
    assertThat(settings.scheduleZone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(settings.scheduleAsOfToday()).isTrue();
    assertThat(settings.siteZone()).isEqualTo(settings.scheduleZone());
    assertThat(settings.staleDays()).isEqualTo(7);
    assertThat(settings.volumeJumpPercent()).isEqualTo(50);
    assertThat(settings.calendarCountry()).isEmpty();
    assertThat(settings.calendarSites()).isEmpty();
    assertThat(settings.calendarErp()).isTrue();
    assertThat(settings.wekaModels()).isEmpty();
    assertThat(settings.forecast()).isEqualTo(PlanSettings.NONE);
    assertThat(settings.erpUrl()).isEqualTo("jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE");
    assertThat(settings.erpUser()).isEqualTo("DEMANDWRIGHT");
    assertThat(settings.erpAdapters()).isEmpty();
    assertThat(settings.erpCheckLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.erpCheckBeforeRun()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.returns()).isEqualTo(ReturnsRule.SEPARATE);
  }

  @Test
  void anUnknownObjectiveIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.forecast.objective", "profit")).forecast())
        .hasMessageContaining("dw.forecast.objective")
        .hasMessageContaining("rmsse");
  }

  @Test
  void aPlanIsConfiguredAsFarAsItIs() {
    Settings settings =
        settings(
            Map.of(
                "dw.forecast.bucket", "week",
                "dw.forecast.horizon", " 9 ",
                "dw.forecast.objective", "Mean",
                "dw.forecast.models", "Naive, TSB"));
    assertThat(settings.forecast())
        .isEqualTo(
            new PlanSettings(
                Optional.of(Bucket.WEEK),
                Optional.of(9),
                Optional.of(Objective.MEAN),
                List.of("Naive", "TSB")));
    assertThat(settings(Map.of("dw.forecast.bucket", "")).forecast().isEmpty()).isTrue();
  }

  @Test
  void whatAPlanCannotBeIsRefusedByName() {
    refused("dw.forecast.bucket", "fortnight", "one of [DAY, WEEK, MONTH, QUARTER]");
    refused("dw.forecast.horizon", "0", "from 1 to 400");
    refused("dw.forecast.horizon", "soon", "from 1 to 400");
    refused("dw.forecast.models", "Oracle", "names 'Oracle'; there are");
  }

  private static void refused(String name, String value, String words) {
    assertThatThrownBy(() -> settings(Map.of(name, value)).forecast())
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void anUnknownTreatmentOfReturnsIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.intake.returns", "net")).returns())
        .hasMessageContaining("dw.intake.returns")
        .hasMessageContaining("net-sale");
  }

  @Test
  void regionsAreSetForAllSitesAndForSomeOfThem() {
    Settings settings =
        settings(
            Map.of(
                "dw.calendar.country", " DE-BY ",
                "dw.calendar.sites", "SHANGHAI=CN, PARIS = FR,EMPTY="));
    assertThat(settings.calendarCountry()).isEqualTo("DE-BY");
    assertThat(settings.calendarSites())
        .isEqualTo(Map.of("SHANGHAI", "CN", "PARIS", "FR", "EMPTY", ""));
  }

  @Test
  void siteWithoutARegionIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.calendar.sites", "PARIS")).calendarSites())
        .hasMessageContaining("dw.calendar.sites has 'PARIS'")
        .hasMessageContaining("SITE=REGION");
  }

  private static Settings settings(Map<String, String> values) {
    return new Settings(new GivenConfig(values));
  }
}

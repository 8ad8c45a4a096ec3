package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.model.Objective;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
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
    assertThat(settings.staleDays()).isEqualTo(7);
    assertThat(settings.volumeJumpPercent()).isEqualTo(50);
    assertThat(settings.calendarCountry()).isEmpty();
    assertThat(settings.calendarSites()).isEmpty();
    assertThat(settings.calendarErp()).isTrue();
    assertThat(settings.wekaModels()).isEmpty();
    assertThat(settings.objective()).isEqualTo(Objective.RMSSE);
    assertThat(settings.erpUrl()).isEqualTo("jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE");
    assertThat(settings.erpUser()).isEqualTo("DEMANDWRIGHT");
    assertThat(settings.erpAdapters()).isEmpty();
    assertThat(settings.erpCheckLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.erpCheckBeforeRun()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.returns()).isEqualTo(ReturnsRule.SEPARATE);
  }

  @Test
  void anUnknownObjectiveIsRefusedByName() {
    assertThat(settings(Map.of("dw.forecast.objective", "Mean")).objective())
        .isEqualTo(Objective.MEAN);
    assertThatThrownBy(() -> settings(Map.of("dw.forecast.objective", "profit")).objective())
        .hasMessageContaining("dw.forecast.objective")
        .hasMessageContaining("rmsse");
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

  private record GivenConfig(Map<String, String> values) implements Config {
    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
      return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException(type.getName());
    }
  }
}

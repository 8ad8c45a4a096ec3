package org.demandwright.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.GivenConfig;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.erp.ErpDatabase;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void everySettingHasItsDefault() {
    Settings settings = settings(Map.of());
    assertThat(settings.store().dataDir()).isEqualTo(Path.of("./demandwright-data"));
    assertThat(settings.schedule().enabled()).isTrue();
    assertThat(settings.schedule().cron()).isEqualTo("30 2 * * *");
    assertThat(settings.schedule().zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(settings.schedule().asOfToday()).isTrue();
    assertThat(settings.intake().siteZone()).isEqualTo(settings.schedule().zone());
    assertThat(settings.publication().staleDays()).isEqualTo(7);
    assertThat(settings.publication().volumeJumpPercent()).isEqualTo(50);
    assertThat(settings.calendar().country()).isEmpty();
    assertThat(settings.calendar().sites()).isEmpty();
    assertThat(settings.calendar().erp()).isTrue();
    assertThat(settings.forecast().wekaModels()).isEmpty();
    assertThat(settings.forecast().plan()).isEqualTo(PlanSettings.NONE);
    assertThat(settings.erp().url())
        .isEqualTo("jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE");
    assertThat(settings.erp().user()).isEqualTo("DEMANDWRIGHT");
    assertThat(settings.erp().adapters()).isEmpty();
    assertThat(settings.erp().checkLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.erp().checkBeforeRun()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.intake().returns()).isEqualTo(ReturnsRule.SEPARATE);
  }

  @Test
  void anUnknownObjectiveIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.forecast.objective", "profit")))
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
    assertThat(settings.forecast().plan())
        .isEqualTo(
            new PlanSettings(
                Optional.of(Bucket.WEEK),
                Optional.of(9),
                Optional.of(Objective.MEAN),
                List.of("Naive", "TSB")));
    assertThat(settings(Map.of("dw.forecast.bucket", "")).forecast().plan().isEmpty()).isTrue();
  }

  @Test
  void whatAPlanCannotBeIsRefusedByName() {
    refused("dw.forecast.bucket", "fortnight", "one of [DAY, WEEK, MONTH, QUARTER]");
    refused("dw.forecast.horizon", "0", "from 1 to 400");
    refused("dw.forecast.horizon", "soon", "from 1 to 400");
    refused("dw.forecast.models", "Oracle", "names 'Oracle'; there are");
    refused("dw.models.weka", "Oak=weka.classifiers.trees.Oak", "is no classifier of Weka");
  }

  @Test
  void whatIsOutOfItsRangeIsRefusedByName() {
    refused("dw.publish.stale-days", "-1", "from 0 to");
    refused("dw.erp.check.seconds", "0", "from 1 to 3600");
    refused("dw.files.max-mb", "many", "is 'many'; it must be a whole number");
    refused("dw.schedule.enabled", "yes", "one of [true, false]");
    refused("dw.schedule.as-of", "yesterday", "one of [today, data]");
    refused("dw.schedule.cron", "nightly", "minute hour day-of-month month day-of-week");
    refused("dw.schedule.zone", "Berlin", "Europe/Berlin or UTC");
    refused("dw.site.zone", "Berlin", "Europe/Berlin or UTC");
    refused("dw.calendar.country", "Atlantis", "is no region");
    refused("dw.calendar.sites", "NORTH=QQ", "no holidays are known for QQ");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () -> settings(Map.of("dw.schedule.zone", "Berlin", "dw.files.max-mb", "none")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("dw.schedule.zone is 'Berlin'", "dw.files.max-mb is 'none'");
  }

  @Test
  void filesBelongToAnotherUserThanTheReader() {
    Map<String, String> files =
        Map.of("dw.erp.file.url", "jdbc:h2:mem:files", "dw.erp.file.user", "demandwright");
    assertThatThrownBy(() -> settings(files))
        .hasMessageContainingAll("dw.erp.file.user is 'demandwright'", "dw.erp.user");
    assertThat(settings(Map.of()).files().areLoaded()).isFalse();
    assertThat(settings(Map.of()).files().mostBytes()).isEqualTo(200L << 20);
  }

  @Test
  void further_erps_are_as_many_as_are_named() {
    Map<String, String> given = new HashMap<>();
    given.put("dw.erp2.url", "jdbc:h2:file:old");
    given.put("dw.sources", "third, fourth-1");
    given.put("dw.source.third.url", "jdbc:postgresql://host/third?password=abc");
    given.put("dw.source.third.password", "secret");
    given.put("dw.source.fourth-1.url", "jdbc:mariadb://host/fourth");
    given.put("dw.source.fourth-1.user", "reader");
    OtherErpSettings further = new Settings(new GivenConfig(given)).otherErps();
    assertThat(further.all())
        .extracting(ErpDatabase::name)
        .containsExactly("erp2", "third", "fourth-1");
    assertThat(further.named("fourth-1").flatMap(ErpDatabase::user)).contains("reader");
    assertThat(further.named("third").orElseThrow().password()).contains("secret");
    assertThat(further.named("third").orElseThrow().dataSource()).isEmpty();
    assertThat(further.all().toString()).doesNotContain("secret");

    refused("dw.sources", "third", "dw.source.third.url is not set");
    refused("dw.sources", "push", "not erp, file or push");
    refused("dw.sources", "a,a", "each once");
    given.put("dw.sources", "erp2");
    assertThatThrownBy(() -> new Settings(new GivenConfig(given)))
        .hasMessageContaining("dw.erp2.name, too");
  }

  @Test
  void aPasswordIsTakenAsItIs() {
    Map<String, String> files =
        Map.of(
            "dw.erp.file.url", "jdbc:h2:mem:files",
            "dw.erp.file.user", "owner",
            "dw.erp.file.password", " with spaces ");
    assertThat(settings(files).files().password()).isEqualTo(" with spaces ");
  }

  private static void refused(String name, String value, String words) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void anUnknownTreatmentOfReturnsIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.intake.returns", "net")))
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
    assertThat(settings.calendar().country()).isEqualTo("DE-BY");
    assertThat(settings.calendar().sites())
        .isEqualTo(Map.of("SHANGHAI", "CN", "PARIS", "FR", "EMPTY", ""));
  }

  @Test
  void siteWithoutARegionIsRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("dw.calendar.sites", "PARIS")))
        .hasMessageContaining("dw.calendar.sites has 'PARIS'")
        .hasMessageContaining("SITE=REGION");
  }

  private static Settings settings(Map<String, String> values) {
    return new Settings(new GivenConfig(values));
  }
}

package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.quality.LookAlikeCodes.Sold;
import org.junit.jupiter.api.Test;

class LookAlikeCodesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  private static Sold sold(String org, String item, String site, String channel, double units) {
    return new Sold(new Subject(org, item, site, channel), DAY, DAY.plusDays(9), 4, units);
  }

  @Test
  void namesAnItemThatIsPlannedUnderTwoCodes() {
    List<Finding> found =
        LookAlikeCodes.inspect(
            List.of(
                sold("DE", "AB-1", "S", "", 300),
                sold("DE", "AB-1", "T", "", 20),
                sold("DE", "ab-1", "S", "", 60),
                sold("DE", "AB-1\u00a0", "S", "", 20),
                sold("DE", "AB-2", "S", "", 1_000)));
    assertThat(found).hasSize(1);
    Finding f = found.get(0);
    assertThat(f.rule()).isEqualTo(Rule.LOOK_ALIKE);
    assertThat(f.subject()).isEqualTo(new Subject("DE", "AB-1", "", ""));
    assertThat(f.effectUnits()).isEqualTo(80);
    assertThat(f.effectShare()).isCloseTo(0.2, within(1e-12));
    assertThat(f.severity()).isEqualTo(Severity.HIGH);
    assertThat(f.lines().count()).isEqualTo(8);
    assertThat(english(f.meaning()))
        .contains("item \"AB-1\"", "\"ab-1\" (4 lines)", "\"AB-1\\u00A0\"", "of 400 units 80");
  }

  @Test
  void companiesMayNameTheirItemsAlike() {
    assertThat(
            LookAlikeCodes.inspect(
                List.of(sold("DE", "AB-1", "S", "", 5), sold("FR", "ab-1", "S", "", 5))))
        .isEmpty();
  }

  @Test
  void sitesChannelsAndCompaniesAreLookedAtToo() {
    assertThat(
            LookAlikeCodes.inspect(
                    List.of(sold("DE", "A", "S1", "web", 5), sold("de", "B", "S", "", 5)))
                .stream()
                .map(Finding::subject)
                .toList())
        .hasSize(1)
        .allSatisfy(s -> assertThat(s.item() + s.site() + s.channel()).isEmpty());
    assertThat(
            LookAlikeCodes.inspect(
                    List.of(sold("DE", "A", "S1", "web", 9), sold("DE", "B", "s1", "WEB", 5)))
                .stream()
                .map(Finding::subject)
                .toList())
        .containsExactly(new Subject("DE", "", "S1", ""), new Subject("DE", "", "", "web"));
  }

  @Test
  void codesWithoutASiteOrChannelAreNoSpelling() {
    assertThat(
            LookAlikeCodes.inspect(List.of(sold("", "A", "", "", 5), sold("", "B", "S", "w", 5))))
        .isEmpty();
  }
}

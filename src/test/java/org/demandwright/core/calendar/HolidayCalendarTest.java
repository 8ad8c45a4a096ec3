package org.demandwright.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.EventDays;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {

  @Test
  void bavariaHasCorpusChristiAndBrandenburgHasNot() {
    EventDays corpusChristi = EventDays.of("DE CORPUS_CHRISTI", LocalDate.of(2024, 5, 30));
    assertThat(of2024("DE-BY")).contains(corpusChristi);
    assertThat(of2024("DE-BB")).isNotEmpty().doesNotContain(corpusChristi);
  }

  @Test
  void daysThatEverySeriesHasAlreadyAreLeftOut() {
    assertThat(of2024("DE"))
        .extracting(EventDays::name)
        .contains("DE UNIFICATION_GERMANY", "DE LABOUR_DAY")
        .doesNotContain("DE NEW_YEAR", "DE GOOD_FRIDAY", "DE FIRST_CHRISTMAS_DAY");
  }

  @Test
  void movingHolidaysAreKnownForEachYear() {
    assertThat(
            HolidayCalendar.of("us").between(LocalDate.of(2023, 11, 1), LocalDate.of(2024, 11, 30)))
        .contains(
            EventDays.of("US THANKSGIVING", LocalDate.of(2023, 11, 23)),
            EventDays.of("US THANKSGIVING", LocalDate.of(2024, 11, 28)));
  }

  @Test
  void holidayCountsOnItsOwnDayThoughOfficesCloseOnAnother() {
    assertThat(
            HolidayCalendar.of("US").between(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)))
        .containsExactly(EventDays.of("US INDEPENDENCE_DAY", LocalDate.of(2026, 7, 4)));
  }

  @Test
  void noRegionHasNoHolidaysOfItsOwn() {
    assertThat(of2024("")).isEmpty();
  }

  @Test
  void unknownRegionsAreRefusedWithThoseThatAreKnown() {
    assertThatThrownBy(() -> HolidayCalendar.of("QQ"))
        .hasMessageContaining("no holidays are known for QQ")
        .hasMessageContaining("CN")
        .hasMessageContaining("FR");
    assertThatThrownBy(() -> HolidayCalendar.of("DE-XX")).hasMessageContaining("by");
    assertThatThrownBy(() -> HolidayCalendar.of("Germany")).hasMessageContaining("DE-BY");
  }

  private static List<EventDays> of2024(String region) {
    return HolidayCalendar.of(region).between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
  }
}

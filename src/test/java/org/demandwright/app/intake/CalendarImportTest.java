package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.erp.ErpCalendarDay;
import org.junit.jupiter.api.Test;

class CalendarImportTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 18);

  @Test
  void daysThatFollowEachOtherAreOneOccasion() {
    List<ErpCalendarDay> days =
        List.of(
            day(0, "Fair", null),
            day(1, "Fair", null),
            day(9, "Fair", null),
            day(9, "Fair", "S1"),
            day(10, "Sale", "S1"));
    assertThat(CalendarImport.occasions(days))
        .extracting(o -> o.event().days().first(), o -> o.event().days().last(), o -> o.siteId())
        .containsExactly(
            tuple(DAY, DAY.plusDays(1), ""),
            tuple(DAY.plusDays(9), DAY.plusDays(9), ""),
            tuple(DAY.plusDays(9), DAY.plusDays(9), "S1"),
            tuple(DAY.plusDays(10), DAY.plusDays(10), "S1"));
  }

  @Test
  void withoutACalendarThereIsNoOccasion() {
    assertThat(CalendarImport.occasions(List.of())).isEmpty();
    assertThat(
            CalendarImport.occasions(List.of(new ErpCalendarDay(null, "Fair", "SHOPPING", null))))
        .isEmpty();
  }

  private static ErpCalendarDay day(int day, String name, String site) {
    return new ErpCalendarDay(DAY.plusDays(day), name, "SHOPPING", site);
  }
}

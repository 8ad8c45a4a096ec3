package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenDaysTest {
  private static final LocalDate MONDAY = TestDemand.MONDAY;
  private static final Set<DayOfWeek> WORK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final OpenDays WEEKDAYS = OpenDays.of(WORK);

  @Test
  void weekendsDoNotCount() {
    LocalDate friday = MONDAY.minusDays(3);
    assertThat(WEEKDAYS.between(friday, MONDAY)).isEqualTo(1);
    assertThat(WEEKDAYS.plus(friday, 1)).isEqualTo(MONDAY);
    assertThat(WEEKDAYS.plus(friday.plusDays(1), 0)).isEqualTo(friday.plusDays(1));
    assertThat(WEEKDAYS.onOrAfter(friday.plusDays(1))).isEqualTo(MONDAY);
    assertThat(WEEKDAYS.onOrBefore(friday.plusDays(2))).isEqualTo(friday);
    assertThat(WEEKDAYS.between(MONDAY, friday)).as("backwards").isZero();
  }

  @Test
  void closedDaysDoNotCountWhateverIsAsked() {
    OpenDays days =
        new OpenDays(
            WORK,
            List.of(
                MONDAY.plusDays(9), MONDAY.plusDays(5), MONDAY.plusDays(2), MONDAY.plusDays(2)));
    assertThat(days.closed()).as("a Saturday is closed anyway").hasSize(2);
    for (int from = -10; from < 20; from++) {
      for (int to = from; to < 30; to++) {
        LocalDate after = MONDAY.plusDays(from);
        LocalDate upTo = MONDAY.plusDays(to);
        long counted =
            after.plusDays(1).datesUntil(upTo.plusDays(1)).filter(days::contains).count();
        assertThat(days.between(after, upTo)).isEqualTo((int) counted);
        assertThat(days.between(after, days.plus(after, to - from))).isEqualTo(to - from);
      }
    }
  }

  @Test
  void bothCalendarsCount() {
    OpenDays vendor = new OpenDays(WORK, List.of(MONDAY));
    OpenDays site =
        new OpenDays(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), List.of(MONDAY.plusDays(1)));
    assertThat(vendor.and(site).onOrAfter(MONDAY)).isEqualTo(MONDAY.plusDays(2));
    assertThat(vendor.and(OpenDays.ALL)).isEqualTo(vendor);
    assertThatThrownBy(() -> vendor.and(OpenDays.of(Set.of(DayOfWeek.SUNDAY))))
        .hasMessageContaining("no weekday in common");
    assertThatThrownBy(() -> new OpenDays(Set.of(), List.of())).hasMessageContaining("no weekday");
  }

  @Test
  void ordersAndDeliveriesHaveDaysOfTheirOwn() {
    SupplyDays days =
        SupplyDays.of(
            WEEKDAYS, OpenDays.ALL, Set.of(DayOfWeek.TUESDAY), Set.of(DayOfWeek.THURSDAY));
    LocalDate tuesday = MONDAY.plusDays(1);
    assertThat(days.order().onOrAfter(MONDAY)).isEqualTo(tuesday);
    assertThat(days.arrival(tuesday, 2)).isEqualTo(MONDAY.plusDays(3));
    assertThat(days.arrival(tuesday, 3)).isEqualTo(MONDAY.plusDays(10));
    DayDistribution lead = DayDistribution.of(Map.of(1, 0.25, 2, 0.25, 3, 0.5));
    assertThat(days.arrivals(MONDAY, tuesday, lead))
        .isEqualTo(DayDistribution.of(Map.of(3, 0.5, 10, 0.5)));
  }

  @Test
  void distributionsOfDays() {
    DayDistribution lead = DayDistribution.of(Map.of(2, 1.0, 4, 2.0, 9, 1.0));
    assertThat(lead.mean()).isEqualTo(4.75);
    assertThat(lead.variance()).isEqualTo((2.75 * 2.75 + 2 * 0.75 * 0.75 + 4.25 * 4.25) / 4);
    assertThat(lead.quantile(0.25)).isEqualTo(2);
    assertThat(lead.quantile(0.26)).isEqualTo(4);
    assertThat(lead.quantile(1)).isEqualTo(9);
    assertThat(lead.given(3)).isEqualTo(DayDistribution.of(Map.of(4, 2.0, 9, 1.0)));
    assertThat(lead.given(9)).isEqualTo(DayDistribution.certain(10));
    assertThat(lead.plus(-3).notBelow(0))
        .isEqualTo(DayDistribution.of(Map.of(0, 1.0, 1, 2.0, 6, 1.0)));
    assertThat(lead.mixed(0.5, DayDistribution.certain(4)).share(4)).isEqualTo(0.75);
    assertThatThrownBy(() -> DayDistribution.of(Map.of(1, 0.0))).hasMessageContaining("no days");
  }
}

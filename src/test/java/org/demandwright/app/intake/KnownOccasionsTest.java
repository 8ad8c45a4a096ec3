package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.demand.VersionCalendar.Occasion;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.intake.SalesLineStore;
import org.junit.jupiter.api.Test;

class KnownOccasionsTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  private static final LocalDate LAST = LocalDate.of(2025, 5, 31);

  @Test
  void holidaysOfEveryRegionAreKnownOnce() {
    VersionCalendar calendar =
        occasions(Map.of("dw.calendar.country", "DE", "dw.calendar.sites", "S1=CN,S2=DE"))
            .between(FIRST, LAST);
    assertThat(calendar.regions()).isEqualTo(Map.of("", "DE", "S1", "CN", "S2", "DE"));
    LocalDate labourDay = LocalDate.of(2025, 5, 1);
    assertThat(calendar.occasions())
        .filteredOn(o -> !o.days().first().isAfter(labourDay))
        .filteredOn(o -> !o.days().last().isBefore(labourDay))
        .extracting(Occasion::region)
        .containsExactlyInAnyOrder("CN", "DE");
  }

  @Test
  void plannedEventsApplyWhereTheyWerePlanned() {
    VersionCalendar calendar =
        occasions(
                Map.of(),
                event("Fair", FIRST.minusDays(1), EventStore.PLANNER),
                event("Over", FIRST.minusDays(2), EventStore.PLANNER),
                event("Sale", LAST, EventStore.ERP))
            .between(FIRST, LAST);
    assertThat(planned(calendar))
        .containsExactly(
            new Occasion(days("Fair", FIRST.minusDays(1)), "", "S1", "toys"),
            new Occasion(days("Sale", LAST), "", "S1", "toys"));
  }

  @Test
  void theErpsDaysCountUnlessTheyAreSwitchedOff() {
    VersionCalendar calendar =
        occasions(
                Map.of("dw.calendar.erp", "false"),
                event("Fair", FIRST, EventStore.PLANNER),
                event("Sale", LAST, EventStore.ERP))
            .between(FIRST, LAST);
    assertThat(planned(calendar)).extracting(o -> o.days().name()).containsExactly("Fair");
  }

  @Test
  void aCalendarReachesFromTheFirstDemandToTheDayBefore() {
    EventStore.Entry late = event("Late", LAST, EventStore.PLANNER);
    EventStore.Entry early = event("Early", FIRST.minusDays(1), EventStore.PLANNER);
    assertThat(planned(occasions(Map.of(), early, late).before(LAST)))
        .extracting(o -> o.days().name())
        .containsExactly("Early");
    assertThat(planned(occasions(Map.of(), early, late).before(FIRST)))
        .as("where nothing was sold before")
        .extracting(o -> o.days().name())
        .containsExactly("Early");
  }

  @Test
  void aCalendarThatCannotBeMadeIsTheRunsFailure() {
    EventStore broken =
        new EventStore(null) {
          @Override
          public List<Entry> all() {
            throw new IllegalStateException("event 7 has no name");
          }
        };
    KnownOccasions occasions =
        new KnownOccasions(new Settings(new GivenConfig(Map.of())), broken, soldOn(FIRST));
    assertThatThrownBy(() -> occasions.between(FIRST, LAST))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("event 7 has no name");
  }

  /** Events last two days. */
  private static EventDays days(String name, LocalDate first) {
    return new EventDays(name, first, first.plusDays(1));
  }

  private static EventStore.Entry event(String name, LocalDate first, String source) {
    PlannedEvent event = new PlannedEvent(days(name, first), false);
    return new EventStore.Entry(1, event, "S1", "toys", "anna", Instant.EPOCH, source);
  }

  private static List<Occasion> planned(VersionCalendar calendar) {
    return calendar.occasions().stream().filter(o -> o.category().equals("toys")).toList();
  }

  private static KnownOccasions occasions(
      Map<String, String> settings, EventStore.Entry... events) {
    EventStore planned =
        new EventStore(null) {
          @Override
          public List<Entry> all() {
            return List.of(events);
          }
        };
    return new KnownOccasions(new Settings(new GivenConfig(settings)), planned, soldOn(FIRST));
  }

  private static SalesLineStore soldOn(LocalDate first) {
    return new SalesLineStore(null) {
      @Override
      public Optional<LocalDate> firstDemand(Optional<Instant> knownAt) {
        return Optional.of(first);
      }
    };
  }
}

package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.access.ScopeNameStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody writes who may see one company alone concerns nobody else. */
class EventScopeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final DataScope COMPANY =
      new DataScope(Optional.of(Set.of("A")), Optional.empty(), Optional.empty());

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final SeriesScopeStore series = new SeriesScopeStore(stores.sql());
  private final EventPlanning events =
      new EventPlanning(
          stores.events(), series, new ScopeNameStore(stores.sql()), new Clock(), stores.audit());

  @BeforeEach
  void two_companies_of_which_each_has_a_site() {
    stores
        .masterData()
        .replaceSites(
            List.of(
                new MasterDataStore.Site("A", "S1", ""), new MasterDataStore.Site("B", "S2", "")));
    stores
        .series()
        .idsOf(List.of(new SeriesKey("A", "tea", "S1", ""), new SeriesKey("B", "tea", "S2", "")));
  }

  @Test
  void an_event_at_the_site_of_a_company_is_its_own() {
    EventRecord own = events.add(COMPANY, fair("S1"), "ann");
    assertThat(events.page(COMPANY, Optional.empty(), 9).rows()).containsExactly(own);
    for (String site : List.of("", "S2", "S3")) {
      assertRefused(Refused.Kind.FORBIDDEN, () -> events.add(COMPANY, fair(site), "ann"));
    }
    events.remove(COMPANY, own.eventId(), Expected.anything());
    assertThat(events.page(DataScope.unrestricted(), Optional.empty(), 9).rows()).isEmpty();
  }

  @Test
  void what_concerns_others_is_seen_but_not_removed_and_what_is_of_others_is_not_there() {
    EventRecord all = events.add(DataScope.unrestricted(), fair(""), "eve");
    EventRecord other = events.add(DataScope.unrestricted(), fair("S2"), "eve");
    assertThat(events.event(COMPANY, all.eventId())).isEqualTo(all);
    assertRefused(
        Refused.Kind.FORBIDDEN, () -> events.remove(COMPANY, all.eventId(), Expected.anything()));
    assertRefused(Refused.Kind.NOT_FOUND, () -> events.event(COMPANY, other.eventId()));
    assertRefused(
        Refused.Kind.NOT_FOUND, () -> events.remove(COMPANY, other.eventId(), Expected.anything()));
  }

  @Test
  void what_nothing_is_sold_at_or_of_is_refused_by_name() {
    assertThatThrownBy(() -> events.add(DataScope.unrestricted(), fair("S3"), "eve"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("siteId"))
        .hasMessageContaining("'S3'");
    EventPlanning.Request of = new EventPlanning.Request("fair", DAY, null, false, "S1", "toys");
    assertThatThrownBy(() -> events.add(DataScope.unrestricted(), of, "eve"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("category"))
        .hasMessageContaining("'toys'");
  }

  private static EventPlanning.Request fair(String site) {
    return new EventPlanning.Request("fair", DAY, null, false, site, "");
  }

  private static void assertRefused(Refused.Kind kind, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
  }
}

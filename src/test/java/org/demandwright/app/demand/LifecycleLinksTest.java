package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink.Kind;
import org.demandwright.core.demand.LifecycleLink.Ramp.Shape;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items a to e of company A at S1 and S2, and a and b of company B at S9. */
class LifecycleLinksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final DataScope ALL = DataScope.unrestricted();

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final LifecycleLinks links =
      new LifecycleLinks(
          new LinkStore(stores.sql()),
          new SeriesScopeStore(stores.sql()),
          new Clock(),
          stores.audit());

  @BeforeEach
  void items() {
    for (String item : List.of("a", "b", "c", "d", "e")) {
      stores
          .series()
          .idsOf(List.of(new SeriesKey("A", item, "S1", ""), new SeriesKey("A", item, "S2", "")));
    }
    stores
        .series()
        .idsOf(List.of(new SeriesKey("B", "a", "S9", ""), new SeriesKey("B", "b", "S9", "")));
  }

  private static LifecycleLinks.Request wanted(
      Kind kind, String from, String to, String site, int day) {
    return new LifecycleLinks.Request(
        Optional.of("A"),
        kind,
        from,
        to,
        Optional.ofNullable(site),
        DAY.plusDays(day),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private LinkRecord add(Kind kind, String from, String to, String site, int day) {
    return links.add(ALL, wanted(kind, from, to, site, day), "ann");
  }

  private static void refused(Refused.Kind kind, String why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(why);
  }

  private void conflict(String why, Kind kind, String from, String to, String site, int day) {
    refused(Refused.Kind.CONFLICT, why, () -> add(kind, from, to, site, day));
  }

  private void invalid(String why, Kind kind, String from, String to, String site) {
    refused(Refused.Kind.INVALID, why, () -> add(kind, from, to, site, 0));
  }

  @Test
  void a_link_is_entered_changed_and_removed() {
    LinkRecord added = add(Kind.SUPERSESSION, "a", "b", null, 0);
    assertThat(added.link().factor()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(links.link(ALL, added.linkId()).link().successor()).isEqualTo("b");
    LinkRecord changed =
        links.change(
            ALL,
            added.linkId(),
            wanted(Kind.SUPERSESSION, "a", "c", "S1", 3),
            "eve",
            Expected.anything());
    assertThat(changed.link().successor()).isEqualTo("c");
    assertThat(changed.enteredBy()).isEqualTo("eve");
    links.remove(ALL, added.linkId(), Expected.anything());
    refused(Refused.Kind.NOT_FOUND, "no lifecycle link", () -> links.link(ALL, added.linkId()));
  }

  @Test
  void of_many_all_are_taken_or_none_says_which_is_wrong() {
    LinkRecord one = add(Kind.SUBSTITUTE, "a", "b", null, 0);
    List<LinkRecord> written =
        links.write(
            ALL,
            List.of(
                new LifecycleLinks.Row(
                    Optional.of(one.linkId()), wanted(Kind.SUBSTITUTE, "a", "c", null, 0)),
                new LifecycleLinks.Row(
                    Optional.empty(), wanted(Kind.SUPERSESSION, "d", "e", null, 0))),
            "eve");
    assertThat(written).extracting(w -> w.link().successor()).containsExactly("c", "e");
    assertThat(written.get(0).linkId()).isEqualTo(one.linkId());
    LifecycleLinks.Row unknown =
        new LifecycleLinks.Row(Optional.empty(), wanted(Kind.SUPERSESSION, "x", "e", null, 0));
    assertThatThrownBy(() -> links.write(ALL, List.of(unknown), "eve"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.field()).isEqualTo("rows/0/predecessor"));
    LifecycleLinks.Row twice =
        new LifecycleLinks.Row(Optional.empty(), wanted(Kind.PHASE_OUT, "d", "c", null, 0));
    refused(
        Refused.Kind.CONFLICT,
        "It is row 0, counted from 0.",
        () -> links.write(ALL, List.of(twice), "eve"));
    refused(Refused.Kind.INVALID, "0 rows", () -> links.write(ALL, List.of(), "eve"));
  }

  @Test
  void what_is_not_known_is_refused() {
    invalid("There is no item 'x'", Kind.SUPERSESSION, "x", "b", null);
    invalid("There is no item 'y'", Kind.SUPERSESSION, "a", "y", null);
    invalid("There is no site 'S7'", Kind.SUPERSESSION, "a", "b", "S7");
    invalid("There is no site 'S9' of company A", Kind.SUPERSESSION, "a", "b", "S9");
    invalid("cannot follow itself", Kind.SUPERSESSION, "a", "a", null);
    LifecycleLinks.Request anyCompany =
        new LifecycleLinks.Request(
            Optional.empty(),
            Kind.PHASE_IN,
            "a",
            "b",
            Optional.empty(),
            DAY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Shape.LINEAR),
            Optional.empty(),
            Optional.empty());
    refused(Refused.Kind.INVALID, "A, B have both", () -> links.add(ALL, anyCompany, "ann"));
    LinkRecord ofB = links.add(DataScope.ofCompanies(Set.of("B")), anyCompany, "ann");
    assertThat(ofB.link().org()).isEqualTo("B");
    assertThat(ofB.link().ramp().orElseThrow().weeks()).isEqualTo(8);
  }

  @Test
  void no_item_has_two_successors_at_a_site_or_follows_itself() {
    add(Kind.SUPERSESSION, "a", "b", "S1", 0);
    conflict("is followed by b already", Kind.PHASE_OUT, "a", "c", null, 9);
    add(Kind.PHASE_OUT, "a", "c", "S2", 9);
    add(Kind.SUPERSESSION, "b", "c", null, 20);
    conflict("circle: c → a → b → c", Kind.SUPERSESSION, "c", "a", null, 40);
    conflict("it has to begin before it ends", Kind.SUPERSESSION, "c", "d", "S1", 20);
    add(Kind.SUPERSESSION, "d", "c", null, 5);
    conflict("has the history of", Kind.PHASE_IN, "e", "c", null, 5);
    add(Kind.SUBSTITUTE, "a", "c", null, 0);
    add(Kind.SUBSTITUTE, "c", "a", null, 0);
    conflict("can stand in", Kind.SUBSTITUTE, "a", "c", "S1", 50);
  }

  @Test
  void who_sees_a_part_links_what_belongs_to_it() {
    DataScope site = new DataScope(Optional.empty(), Optional.of(Set.of("S1")), Optional.empty());
    refused(
        Refused.Kind.FORBIDDEN,
        "give it a site of yours",
        () -> links.add(site, wanted(Kind.SUPERSESSION, "a", "b", null, 0), "ann"));
    refused(
        Refused.Kind.FORBIDDEN,
        "give it a site of yours",
        () -> links.add(site, wanted(Kind.SUPERSESSION, "a", "b", "S2", 0), "ann"));
    LinkRecord own = links.add(site, wanted(Kind.SUPERSESSION, "a", "b", "S1", 0), "ann");
    LinkRecord other = add(Kind.SUPERSESSION, "a", "b", "S2", 0);
    LinkRecord everywhere = add(Kind.SUBSTITUTE, "c", "d", null, 0);
    assertThat(
            links
                .page(
                    site,
                    new LinkStore.Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    9)
                .rows())
        .containsExactly(own, everywhere);
    refused(Refused.Kind.NOT_FOUND, "no lifecycle link", () -> links.link(site, other.linkId()));
    refused(
        Refused.Kind.FORBIDDEN,
        "give it a site of yours",
        () -> links.remove(site, everywhere.linkId(), Expected.anything()));
    DataScope others = DataScope.ofCompanies(Set.of("B"));
    refused(
        Refused.Kind.INVALID,
        "There is no item 'a'",
        () -> links.add(others, wanted(Kind.SUPERSESSION, "a", "b", null, 0), "ann"));
  }
}

package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.source.ErasedCustomers;
import org.demandwright.app.source.TestSources;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.quality.CustomerRows;
import org.demandwright.store.source.ErasureStore;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.SourceStore;
import org.junit.jupiter.api.Test;

class LinePushingTest {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final PushedLine LINE =
      PushedLines.line(1, LocalDate.of(2026, 3, 2), "4", null, null).ofCustomer("C1");

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final ErasureStore erasures = new ErasureStore(stores.sql());
  private final ErasedCustomers erased = TestSources.erased(erasures);
  private final LinePushing pushing =
      new LinePushing(
          new SourceStore(stores.sql()),
          stores.pushedLines(),
          new MasterDataPages(stores.sql()),
          erased,
          new Clock(),
          stores.audit());

  private LineFate.Outcome push(PushedLine line) {
    List<PushedRow> rows = List.of(new PushedRow(1, line, "", null));
    return pushing.push(DataScope.unrestricted(), rows, false, "ann").get(0).outcome();
  }

  private String customer() {
    return stores
        .pushedLines()
        .of("push", List.of(LINE.identity()))
        .get(LINE.identity())
        .customerId();
  }

  @Test
  void a_customer_stays_erased_however_often_its_line_is_pushed() {
    assertThat(push(LINE)).isEqualTo(LineFate.Outcome.NEW);
    assertThat(customer()).isEqualTo("C1");

    long id = erasures.add("C1", erased.hash("C1"), "erased-1", "ann", NOW);
    new CustomerRows(stores.sql()).rename("C1", "erased-1");
    erasures.done(id, ErasureStore.Counts.NONE, NOW);

    assertThat(push(LINE)).as("the same customer").isEqualTo(LineFate.Outcome.UNCHANGED);
    assertThat(customer()).isEqualTo("erased-1");
    assertThat(push(LINE.ofCustomer("C2"))).isEqualTo(LineFate.Outcome.CHANGED);
    assertThat(push(LINE)).isEqualTo(LineFate.Outcome.CHANGED);
    assertThat(customer()).isEqualTo("erased-1");
  }
}

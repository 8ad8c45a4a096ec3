package org.demandwright.batch.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class PlacedRowsTest {
  private record Row(String org, String item, String site) {}

  @Test
  void aSeriesHasTheRowsOfItsSiteAndThoseOfAllSites() {
    Row here = new Row("o", "i", "here");
    Row there = new Row("o", "i", "there");
    Row everywhere = new Row("o", "i", null);
    Row ofAnotherCompany = new Row("p", "i", null);
    PlacedRows<Row> rows =
        PlacedRows.of(
            List.of(there, here, everywhere, ofAnotherCompany),
            row -> new ItemKey(row.org(), row.item()),
            Row::site);
    assertThat(rows.of(new SeriesKey("o", "i", "here", ""))).containsExactly(here, everywhere);
    assertThat(rows.of(new SeriesKey("o", "other", "here", ""))).isEmpty();
  }
}

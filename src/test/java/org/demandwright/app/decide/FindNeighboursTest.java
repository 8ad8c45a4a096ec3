package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Wordbook;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.NeighbourStore;
import org.demandwright.store.decide.NeighbourStore.Filter;
import org.demandwright.store.decide.NeighbourStore.Position;
import org.demandwright.store.demand.NotDemandStore;
import org.demandwright.store.demand.NotDemandStore.Marked;
import org.demandwright.store.demand.NotDemandStore.What;
import org.demandwright.store.intake.IntakeRun;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of two items each, of which some are no baskets. */
class FindNeighboursTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");

  private final List<SeriesLine> lines = new ArrayList<>();
  private Stores stores;
  private NeighbourStore neighbours;
  private int document;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:neighbours-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    neighbours = new NeighbourStore(stores.sql());
  }

  private FindNeighbours find(String... settings) {
    return new FindNeighbours(
        neighbours,
        new Settings(
            new GivenConfig(settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]))));
  }

  private String counted(FindNeighbours find) {
    stores.intake().write(lines, List.of(), Map.of(), new IntakeRun(5, "dw_sales_line", NOW, true));
    return Wordbook.english().say(find.find(TODAY));
  }

  private List<String> found(DataScope scope) {
    return neighbours.page(scope, Filter.all(), Position.START, 99).stream()
        .map(
            row ->
                row.where().org()
                    + row.where().site().orElse("*")
                    + " "
                    + row.neighbour().item()
                    + ">"
                    + row.neighbour().neighbour()
                    + " "
                    + row.neighbour().together())
        .toList();
  }

  private void documents(int count, String org, String site, String... items) {
    for (int i = 0; i < count; i++) {
      document++;
      for (String item : items) {
        line(org, site, item, "1", "D" + document, TODAY.minusDays(1 + document % 300), null);
      }
    }
  }

  private void line(
      String org,
      String site,
      String item,
      String quantity,
      String documentNo,
      LocalDate day,
      String kit) {
    lines.add(
        new SeriesLine(
            Optional.of(new SeriesKey(org, item, site, "")),
            Lines.line(
                "lineId",
                "L" + lines.size(),
                "sourceKind",
                "SOL",
                "sourceKey",
                (long) lines.size(),
                "documentNo",
                documentNo,
                "lineKind",
                quantity.startsWith("-") ? "RETURN" : "ORDER",
                "bookedOn",
                day,
                "itemId",
                item,
                "customerId",
                "C1",
                "quantity",
                new BigDecimal(quantity),
                "uomId",
                "EA",
                "derivedFrom",
                kit,
                "changedAt",
                LocalDateTime.of(2026, 3, 31, 8, 0))));
  }

  private void matches(String org, String site) {
    documents(30, org, site, "tea", "cup");
    documents(30, org, site, "soap", "towel");
    documents(30, org, site, "milk", "bread");
  }

  @Test
  void what_is_bought_together_is_found_by_company_and_site() {
    matches("A", "S1");
    documents(12, "A", "S2", "tea", "cup");
    documents(12, "A", "S2", "rice", "milk");
    documents(5, "B", "S1", "tea", "towel");
    String said = counted(find());
    assertThat(found(DataScope.unrestricted()))
        .contains("A* tea>cup 42", "A* cup>tea 42", "AS1 tea>cup 30", "AS2 tea>cup 12")
        .noneMatch(row -> row.startsWith("B"));
    assertThat(said)
        .startsWith(
            "119 documents tell what is bought together. Left out are 0 with a single item");
  }

  @Test
  void what_is_no_basket_is_left_out() {
    matches("A", "S1");
    documents(7, "A", "S1", "tea");
    for (int i = 0; i < 20; i++) {
      line("A", "S1", "rice", "1", "K" + i, TODAY.minusDays(3), "kit" + i);
      line("A", "S1", "salt", "1", "K" + i, TODAY.minusDays(3), "kit" + i);
      line("A", "S1", "beer", "-1", "R" + i, TODAY.minusDays(3), null);
      line("A", "S1", "wine", "-1", "R" + i, TODAY.minusDays(3), null);
      line("A", "S1", "pen", "1", "O" + i, TODAY.minusDays(366), null);
      line("A", "S1", "ink", "1", "O" + i, TODAY.minusDays(366), null);
      line("A", "S1", "fork", "1", null, TODAY.minusDays(3), null);
      line("A", "S1", "knife", "1", null, TODAY.minusDays(3), null);
      line("A", "S1", "nail", "1", "M" + i, TODAY.minusDays(3), null);
      line("A", "S1", "screw", "1", "M" + i, TODAY.minusDays(3), null);
    }
    for (int i = 0; i < 20; i++) {
      new NotDemandStore(stores.sql())
          .add(new Marked(What.DOCUMENT, "M" + i, "A", Optional.empty()), "fair", "anna", NOW);
    }
    for (int item = 0; item < 101; item++) {
      line("A", "S1", "i" + item, "1", "big", TODAY.minusDays(3), null);
    }
    assertThat(counted(find()))
        .isEqualTo(
            "90 documents tell what is bought together. Left out are 7 with a single item, 1 with"
                + " more than 100, and 40 lines without a document. 6 neighbours were found.");
    assertThat(found(DataScope.unrestricted()))
        .filteredOn(row -> row.startsWith("A*"))
        .containsExactly(
            "A* bread>milk 30",
            "A* cup>tea 30",
            "A* milk>bread 30",
            "A* soap>towel 30",
            "A* tea>cup 30",
            "A* towel>soap 30");
  }

  @Test
  void it_is_counted_once_a_week_and_again_is_as_once() {
    matches("A", "S1");
    FindNeighbours find = find();
    assertThat(find.isDue(TODAY)).as("nobody sells anything").isFalse();
    stores.intake().write(lines, List.of(), Map.of(), new IntakeRun(5, "dw_sales_line", NOW, true));
    assertThat(find.isDue(TODAY)).isTrue();
    find.find(TODAY);
    List<String> once = found(DataScope.unrestricted());
    assertThat(find.isDue(TODAY)).isFalse();
    assertThat(find.isDue(TODAY.plusDays(6))).isFalse();
    assertThat(find.isDue(TODAY.plusDays(7))).isTrue();
    assertThat(find.isDue(TODAY.minusDays(1))).as("data that end earlier than before").isTrue();
    find.find(TODAY.plusDays(7));
    assertThat(found(DataScope.unrestricted())).isEqualTo(once).isNotEmpty();
    assertThat(find("dw.neighbours.days", "0").isDue(TODAY.plusDays(7))).isFalse();
  }

  /** B is new, or what was counted of it did not come to be kept: A is not counted for it again. */
  @Test
  void each_company_is_counted_when_it_is_due() {
    matches("A", "S1");
    FindNeighbours find = find();
    counted(find);
    matches("A", "S1");
    matches("B", "S1");
    assertThat(find.isDue(TODAY)).as("before B is known").isFalse();
    stores.intake().write(lines, List.of(), Map.of(), new IntakeRun(5, "dw_sales_line", NOW, true));
    assertThat(find.isDue(TODAY)).isTrue();
    assertThat(Wordbook.english().say(find.find(TODAY))).startsWith("90 documents");
    assertThat(found(DataScope.unrestricted())).contains("A* tea>cup 30", "B* tea>cup 30");
    assertThat(find.isDue(TODAY)).isFalse();
    find.find(TODAY.plusDays(7));
    assertThat(found(DataScope.unrestricted())).contains("A* tea>cup 60");
  }
}

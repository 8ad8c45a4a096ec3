package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.SentSupply;
import org.demandwright.app.source.SentSupplyViews;
import org.demandwright.app.source.TestSources;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.erp.ErpInMemory;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.supply.SentSupplyStore;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyAccountStore.Apart;
import org.demandwright.store.supply.SupplyStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupplyImportTest {
  private static final long RUN = 7;
  private static final BigDecimal TWO = new BigDecimal("2");

  private final ErpInMemory erp = new ErpInMemory();
  private final ErpInMemory old = new ErpInMemory();
  private final LocalDate today = LocalDate.now();
  private Stores stores;
  private SupplyStore supply;
  private SupplyAccountStore accounts;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    supply = new SupplyStore(stores.sql());
    accounts = new SupplyAccountStore(stores.sql());
    stores
        .masterData()
        .replaceItems(
            List.of("tea", "cup").stream()
                .map(
                    id ->
                        new MasterDataStore.Item(new ItemKey("A", id), id, id, "goods", "EA", null))
                .toList());
    stores.masterData().replaceSites(List.of(new MasterDataStore.Site("A", "S1", "Here")));
  }

  private SupplyImport imports(DemandSources sources) {
    return new SupplyImport(
        sources,
        new SentSupplyViews(new SentSupplyStore(stores.sql())),
        stores.masterData(),
        supply,
        accounts,
        new Settings(new GivenConfig(Map.of())),
        new Clock());
  }

  private void read(DemandSources sources) {
    imports(sources)
        .replace(
            RUN,
            new SupplyImport.Course() {
              @Override
              public void read(SupplyTable table) {}

              @Override
              public boolean isStopped() {
                return false;
              }
            });
  }

  private void read() {
    read(TestSources.of(stores, erp));
  }

  private List<SupplyRow> rows(SupplyTable table) {
    List<SupplyRow> rows = new ArrayList<>();
    supply.each(table, rows::add);
    return rows;
  }

  private SupplyAccount account(SupplyTable table) {
    return accounts.all().stream().filter(a -> a.table() == table).findFirst().orElseThrow();
  }

  private void stock(ErpInMemory of, String item, String onHand) {
    of.supply.add(SupplyTable.STOCK_LEVEL, "A", item, "S1", new BigDecimal(onHand), null, null);
  }

  @Test
  void every_row_is_kept_or_kept_apart_with_its_reason() {
    stock(erp, "tea", "12.5");
    stock(erp, "cup", "-3");
    stock(erp, "gone", "4");
    stock(erp, "tea", "99");
    read();

    assertThat(rows(SupplyTable.STOCK_LEVEL))
        .extracting(row -> row.text("item_id") + " " + row.amount("on_hand"))
        .containsExactly("cup -3.000000", "tea 12.500000");
    assertThat(accounts.apart(0, 9))
        .extracting(Apart::fault)
        .containsExactly(SupplyFault.UNKNOWN_ITEM, SupplyFault.REPEATED);
    SupplyAccount account = account(SupplyTable.STOCK_LEVEL);
    assertThat(account.kept().isThatOf(new Extent(2, new BigDecimal("9.5")))).isTrue();
    assertThat(account.apart().isThatOf(new Extent(2, new BigDecimal("103")))).isTrue();
    assertThat(account.addsUp()).isTrue();
    assertThat(account.run()).isEqualTo(RUN);
  }

  @Test
  void what_is_gone_or_mended_since_is_so_here() {
    stock(erp, "tea", "12");
    stock(erp, "gone", "4");
    read();
    erp.supply.rows.get(SupplyTable.STOCK_LEVEL).clear();
    stock(erp, "cup", "1");
    read();
    assertThat(rows(SupplyTable.STOCK_LEVEL))
        .extracting(row -> row.text("item_id"))
        .containsExactly("cup");
    assertThat(accounts.apart(0, 9)).isEmpty();
  }

  @Test
  void a_view_that_is_not_there_is_told_and_leaves_nothing() {
    erp.supply.add(SupplyTable.LOT, "A", "tea", "S1", "L1", TWO, today);
    read();
    assertThat(rows(SupplyTable.LOT)).hasSize(1);
    erp.supply.rows.remove(SupplyTable.LOT);
    read();
    assertThat(rows(SupplyTable.LOT)).isEmpty();
    assertThat(account(SupplyTable.LOT).told()).isEmpty();
    assertThat(account(SupplyTable.LOT).addsUp()).isTrue();
  }

  @Test
  void an_older_view_is_read_without_what_it_lacks() {
    erp.supply.add(
        SupplyTable.OPEN_SUPPLY, "PO:1", "A", "tea", "S1", TWO, today, null, null, null, null);
    erp.supply.columns.put(
        SupplyTable.OPEN_SUPPLY,
        Set.of("supply_id", "org_id", "item_id", "site_id", "quantity_open", "due_date"));
    erp.supply.add(SupplyTable.VENDOR, "A", "V1", "Tea & Co", null, null, null, null);
    erp.supply.columns.put(SupplyTable.VENDOR, Set.of("org_id", "vendor_name"));
    read();
    assertThat(account(SupplyTable.OPEN_SUPPLY).lacking())
        .containsExactly("supply_kind", "vendor_id", "document_no", "purchase_line_id");
    assertThat(rows(SupplyTable.OPEN_SUPPLY)).hasSize(1);
    assertThat(account(SupplyTable.VENDOR).told()).as("without its key").isEmpty();
    assertThat(rows(SupplyTable.VENDOR)).isEmpty();
  }

  @Test
  void what_customers_wait_for_is_kept_or_kept_apart_with_a_reason() {
    SupplyTable open = SupplyTable.OPEN_DEMAND;
    erp.supply.add(open, "A", "SOL:1", "SO1", "tea", "S1", today, TWO, BigDecimal.ONE, false);
    erp.supply.add(open, "A", "SOL:2", null, "cup", "S1", null, TWO, null, true);
    erp.supply.add(open, "A", "SOL:3", "SO3", "mug", "S1", today, TWO, null, false);
    erp.supply.add(open, "A", "SOL:4", "SO3", "tea", null, today, TWO, null, false);
    erp.supply.add(open, "A", "SOL:5", "SO3", "tea", "S1", today, BigDecimal.ZERO, null, false);
    erp.supply.add(open, "A", "SOL:6", "SO3", "tea", "S1", today, TWO, TWO.negate(), false);
    erp.supply.add(open, "A", "SOL:1", "SO1", "tea", "S1", today, TWO, null, false);
    read();
    assertThat(rows(open))
        .extracting(row -> row.text("demand_id"))
        .containsExactly("SOL:1", "SOL:2");
    assertThat(accounts.apart(0, 9))
        .extracting(Apart::fault, Apart::column)
        .containsExactly(
            tuple(SupplyFault.UNKNOWN_ITEM, "item_id"),
            tuple(SupplyFault.MISSING, "site_id"),
            tuple(SupplyFault.NOT_POSITIVE, "quantity_open"),
            tuple(SupplyFault.NEGATIVE, "reserved"),
            tuple(SupplyFault.REPEATED, ""));
    assertThat(account(open).addsUp()).isTrue();
    assertThat(account(open).kept().amount()).isEqualByComparingTo("4");
  }

  @Test
  void what_changes_while_it_is_read_is_read_again() {
    stock(erp, "tea", "12");
    erp.supply.late.add(SupplyRow.of(SupplyTable.STOCK_LEVEL, "A", "cup", "S1", TWO, null, null));
    read();
    assertThat(erp.supply.readings.get(SupplyTable.STOCK_LEVEL)).isEqualTo(2);
    assertThat(account(SupplyTable.STOCK_LEVEL).addsUp()).isTrue();
    assertThat(rows(SupplyTable.STOCK_LEVEL)).hasSize(2);
  }

  @Test
  void orders_are_read_as_far_back_as_is_set() {
    for (LocalDate day : List.of(today, today.minusYears(3), today.minusYears(3).minusDays(1))) {
      erp.supply.add(
          SupplyTable.PURCHASE_LINE,
          "A",
          "PO:" + day,
          "4711",
          "tea",
          "S1",
          "V1",
          day,
          null,
          TWO,
          null,
          true,
          null,
          null);
    }
    read();
    assertThat(rows(SupplyTable.PURCHASE_LINE))
        .extracting(row -> row.day("ordered_on"))
        .containsExactlyInAnyOrder(today, today.minusYears(3));
    assertThat(account(SupplyTable.PURCHASE_LINE).addsUp()).isTrue();
  }

  @Test
  void of_two_erps_the_first_that_tells_it_counts() {
    stock(erp, "tea", "12");
    stock(old, "4711", "5");
    stock(old, "cup", "7");
    for (ErpInMemory one : List.of(erp, old)) {
      one.supply.add(SupplyTable.VENDOR, "A", "V1", "Tea & Co", null, null, "135", null);
      one.supply.add(
          SupplyTable.PURCHASE_LINE,
          "A",
          "PO:1",
          "1",
          one == erp ? "tea" : "4711",
          "S1",
          "V1",
          today,
          null,
          TWO,
          null,
          false,
          null,
          null);
    }
    DemandSources both = TestSources.of(stores, erp, old);
    SourceStore sources = new SourceStore(stores.sql());
    sources.write(
        "old",
        List.of(
            new SourceCode(
                SourceCode.Kind.ITEM, "4711", SourceCode.ALWAYS, SourceCode.FOR_EVER, "tea")));
    read(both);

    assertThat(rows(SupplyTable.STOCK_LEVEL))
        .extracting(row -> row.text("item_id") + row.amount("on_hand").intValue())
        .containsExactly("tea12", "cup7");
    assertThat(accounts.apart(0, 9))
        .extracting(Apart::source, Apart::fault)
        .containsExactly(tuple("old", SupplyFault.TOLD_BEFORE));
    assertThat(rows(SupplyTable.PURCHASE_LINE))
        .extracting(row -> row.text("line_id") + " " + row.text("vendor_id"))
        .as("the same numbers are others in another ERP")
        .containsExactly("PO:1 V1", "old:PO:1 old:V1");
    assertThat(rows(SupplyTable.VENDOR))
        .extracting(row -> row.text("vendor_id"))
        .containsExactly("V1", "old:V1");

    read(TestSources.of(stores, erp));
    assertThat(rows(SupplyTable.STOCK_LEVEL)).hasSize(1);
    assertThat(accounts.all()).extracting(SupplyAccount::source).doesNotContain("old");
  }

  @Test
  void a_run_that_is_stopped_leaves_the_views_that_it_did_not_come_to() {
    stock(erp, "tea", "12");
    Set<SupplyTable> read = EnumSet.noneOf(SupplyTable.class);
    imports(TestSources.of(stores, erp))
        .replace(
            RUN,
            new SupplyImport.Course() {
              @Override
              public void read(SupplyTable table) {
                read.add(table);
              }

              @Override
              public boolean isStopped() {
                return read.contains(SupplyTable.ITEM);
              }
            });
    assertThat(read).containsExactly(SupplyTable.ITEM);
    assertThat(rows(SupplyTable.STOCK_LEVEL)).isEqualTo(List.of());
    assertThat(accounts.all()).extracting(SupplyAccount::told).containsExactly(Optional.empty());
  }

  private SentSupply sending() {
    return new SentSupply(
        new SentSupplyStore(stores.sql()), stores.masterData(), stores.audit(), new Clock());
  }

  private void send(SupplyTable table, String... lines) {
    sending()
        .replace(
            table,
            String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
            Expected.anything(),
            "ann");
  }

  @Test
  void what_was_sent_counts_behind_what_an_erp_tells() {
    stock(erp, "tea", "12");
    send(
        SupplyTable.STOCK_LEVEL,
        "item_id,site_id,on_hand",
        "tea,S1,99",
        " cup ,S1,3.5",
        "rum,S1,1",
        ",,");
    read();
    assertThat(rows(SupplyTable.STOCK_LEVEL))
        .extracting(row -> row.text("item_id"), row -> row.amount("on_hand").doubleValue())
        .containsExactlyInAnyOrder(tuple("tea", 12.0), tuple("cup", 3.5));
    assertThat(accounts.apart(0, 9))
        .extracting(Apart::source, Apart::fault)
        .containsExactlyInAnyOrder(
            tuple(SupplyImport.SENT, SupplyFault.TOLD_BEFORE),
            tuple(SupplyImport.SENT, SupplyFault.UNKNOWN_ITEM));
    SupplyAccount sent =
        accounts.all().stream()
            .filter(a -> a.source().equals(SupplyImport.SENT))
            .findFirst()
            .orElseThrow();
    assertThat(sent.addsUp()).isTrue();
    assertThat(sent.kept().rows()).isEqualTo(1);
    assertThat(sent.lacking()).containsExactly("available", "reserved");

    sending().forget(SupplyTable.STOCK_LEVEL, Expected.anything());
    read();
    assertThat(rows(SupplyTable.STOCK_LEVEL)).hasSize(1);
    assertThat(accounts.all()).noneMatch(a -> a.source().equals(SupplyImport.SENT));
    assertThat(accounts.apart(0, 9)).isEmpty();
  }

  @Test
  void every_type_of_value_is_read_as_it_is_written() {
    send(
        SupplyTable.SUPPLIER_TERMS,
        "\uFEFFterms_id;item_id;vendor_id;preferred;valid_from;lead_time_days;unit_price;currency",
        "T1;tea;\"V;1\";yes;2024-02-29;14;2.50;EUR");
    read();
    SupplyRow terms = rows(SupplyTable.SUPPLIER_TERMS).get(0);
    assertThat(terms.text("org_id")).isEqualTo("A");
    assertThat(terms.text("vendor_id")).isEqualTo("V;1");
    assertThat(terms.value("preferred")).isEqualTo(true);
    assertThat(terms.day("valid_from")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(terms.value("lead_time_days")).isEqualTo(14);
    assertThat(terms.amount("unit_price")).isEqualByComparingTo("2.5");
    assertThat(terms.value("valid_to")).isNull();
  }

  @Test
  void what_cannot_be_read_changes_nothing_and_says_where_it_stands() {
    send(SupplyTable.STOCK_LEVEL, "item_id,site_id,on_hand", "tea,S1,1");
    for (String[] wrong :
        new String[][] {
          {"item_id,site_id,on_hand\ntea,S1,1,5", "Row 1 has 4 cells where the heading has 3"},
          {
            "item_id,site_id,on_hand\ntea,S1,1\ntea,S1,1.2.3",
            "Row 2, on_hand: '1.2.3' is no number"
          },
          {"item_id,site_id,on_hand\ntea,S1,1e9", "'1e9' is no number"},
          {"", "It has no heading"},
          {"item_id,site_id", "Column on_hand is missing"},
          {"item_id,site_id,on_hand,colour", "'colour' is no column"},
          {"item_id,item_id,site_id,on_hand", "'item_id' is there twice"},
        }) {
      assertThatThrownBy(() -> send(SupplyTable.STOCK_LEVEL, wrong[0].split("\n")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining(wrong[1]);
    }
    read();
    assertThat(rows(SupplyTable.STOCK_LEVEL)).hasSize(1);
  }

  @Test
  void with_several_companies_each_row_names_its_own() {
    stores
        .masterData()
        .replaceItems(
            List.of("A", "B").stream()
                .map(
                    org ->
                        new MasterDataStore.Item(
                            new ItemKey(org, "tea"), "tea", "tea", "goods", "EA", null))
                .toList());
    assertThatThrownBy(() -> send(SupplyTable.STOCK_LEVEL, "item_id,site_id,on_hand", "tea,S1,1"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2 companies");
    send(SupplyTable.STOCK_LEVEL, "org_id,item_id,site_id,on_hand", "A,tea,S1,1");
    read();
    assertThat(rows(SupplyTable.STOCK_LEVEL)).hasSize(1);
  }
}

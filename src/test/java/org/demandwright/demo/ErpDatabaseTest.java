package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileLoad;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpDatabaseTest {
  @TempDir Path root;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private ErpDatabase erp() {
    return new ErpDatabase(
        DataFolder.of(root),
        DemoSize.small(),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private Connection reader() throws SQLException {
    DataFolder folder = DataFolder.of(root);
    return DriverManager.getConnection(
        folder.readerUrl("erp"), ErpDatabase.READER, folder.secret("erp.reader"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  @Test
  void theReaderSeesTheViewsAndNothingElse() throws SQLException {
    assertThat(erp().prepare(Optional.empty())).isEmpty();
    try (Connection reader = reader()) {
      for (String view :
          new String[] {
            "sales_line",
            "item",
            "site",
            "stock_level",
            "stock_ledger",
            "open_supply",
            "purchase_receipt",
            "reorder_rule",
            "price",
            "promotion",
            "calendar",
            "purchase_line",
            "vendor",
            "supplier_terms",
            "price_break",
            "closed_day",
            "transfer_lane",
            "lot",
            "open_demand"
          }) {
        assertThat(DemoDatabase.number(reader, "select count(*) from dw_" + view))
            .as(view)
            .isPositive();
      }
      for (String table : new String[] {"sales_order_line", "item", "true_effect", "demo_source"}) {
        assertThatThrownBy(() -> DemoDatabase.rows(reader, "select * from " + table))
            .as(table)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Not enough rights");
      }
      assertThatThrownBy(() -> DemoDatabase.rows(reader, "delete from dw_site"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void passwordsAreForTheirOwnerOnly() throws IOException {
    erp().prepare(Optional.empty());
    for (String name : new String[] {"erp.owner", "erp.reader"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void goesOnWithWhatIsThereAndRefusesAnotherSource() throws IOException {
    Path sales =
        file("a.csv", "document_no,order_date,item_id,quantity\n1,2024-01-31,A,2\n2,bad,A,1\n");
    assertThat(erp().prepare(Optional.of(sales)).get(0).account().loaded()).isEqualTo(1);
    assertThat(erp().prepare(Optional.of(sales)).get(0).account().quarantinedRows()).isEqualTo(1);
    assertThat(erp().prepare(Optional.empty()).get(0).account().rows()).isEqualTo(2);
    Path other = file("b.csv", "document_no,order_date,item_id,quantity\n1,2024-01-31,B,2\n");
    assertThatThrownBy(() -> erp().prepare(Optional.of(other)))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("a.csv")
        .hasMessageContaining("-Ddata.dir=");
  }

  @Test
  void whatWasLoadedLaterCountsAtTheNextStart() throws Exception {
    String header = "document_no,order_date,item_id,quantity\n";
    Path first = file("a.csv", header + "1,2024-01-31,A,2\n1,2024-01-31,B,2\n");
    erp().prepare(Optional.of(first));
    DataFolder folder = DataFolder.of(root);
    try (Connection owner =
        DriverManager.getConnection(
            folder.url("erp"), ErpDatabase.OWNER, folder.secret("erp.owner"))) {
      load(owner, file("b.csv", header + "2,2024-02-01,A,2\n"), OptionalLong.empty());
      load(owner, file("c.csv", header + "1,2024-01-31,A,3\n"), OptionalLong.of(1));
    }
    assertThat(erp().prepare(Optional.empty()).stream().map(FileLoad::standing).toList())
        .as("the third in place of the first, of which a line is left")
        .containsExactly(1L, 1L, 1L);
    try (Connection reader = reader()) {
      assertThat(DemoDatabase.number(reader, "select count(*) from dw_sales_line")).isEqualTo(3);
    }
  }

  private static void load(Connection owner, Path file, OptionalLong replaces) throws SQLException {
    LoadTerms terms =
        new LoadTerms("anna", LocalDateTime.of(2024, 3, 1, 8, 0), replaces, Optional.empty());
    FileIntake.find().load(owner, FileRequest.orderLines(file), terms);
  }

  @Test
  void aRefusedFileAndAnInterruptedLoadLeaveNoDatabase() throws IOException {
    Path wrong = file("wrong.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> erp().prepare(Optional.of(wrong))).isInstanceOf(UnusableFile.class);
    assertThat(root.resolve("erp.mv.db")).doesNotExist();
    Files.writeString(root.resolve("erp-loading.mv.db"), "half a database");
    assertThat(erp().prepare(Optional.empty())).isEmpty();
    assertThat(root.resolve("erp.mv.db")).exists();
  }
}

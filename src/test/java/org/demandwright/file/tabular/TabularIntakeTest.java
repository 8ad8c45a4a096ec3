package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LineCounts;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularIntakeTest {
  private static final String RETAIL =
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
  private static final String OWN = "document_no,order_date,item_id,quantity\n";

  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private FileAccount load(byte[] bytes) throws SQLException, IOException {
    Path file = folder.resolve("sales.csv");
    Files.write(file, bytes);
    return load(file, OptionalLong.empty());
  }

  private FileAccount load(String text) throws SQLException, IOException {
    return load(text.getBytes(StandardCharsets.UTF_8));
  }

  private FileAccount load(Path file, OptionalLong replaces) throws SQLException {
    LoadTerms terms =
        new LoadTerms("anna", LocalDateTime.of(2024, 3, 1, 8, 0), replaces, Optional.empty());
    return FileIntake.find().load(connection, FileRequest.orderLines(file), terms);
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          fields.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", fields));
      }
    }
    return rows;
  }

  @Test
  void readsOnlineRetailByItsRules() throws Exception {
    FileAccount account =
        load(
            RETAIL
                + "489434,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom\n"
                + "489434,79323w,LIGHTS,12,2009-12-01 07:45:00,6.75,13085,United Kingdom\n"
                + "C489449,85048,LIGHTS,-6,2009-12-02 10:33:00,1.65,16321,Australia\n"
                + "C489450,85048,LIGHTS,1,2009-12-02 10:33:00,1.65,16321,Australia\n"
                + "A506401,B,Adjust bad debt,1,2010-04-29 13:36:00,-53594.36,,United Kingdom\n"
                + "489435,POST,POSTAGE,1,2009-12-01 08:00:00,18,13085,France\n"
                + "489434,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom\n"
                + "489436,85048,damaged,-3,2009-12-01 09:00:00,0,,United Kingdom\n"
                + "489437,85048,found,3,2009-12-01 09:00:00,0,,United Kingdom\n"
                + "489438,47503J ,SET,3,2009-12-01 09:00:00,2,,United Kingdom\n");
    assertThat(account.profile()).isEqualTo("UCI Online Retail II");
    assertThat(
            rows(
                "select line_id, excluded_because, flags, line_kind, demand_date, item_id, site_id,"
                    + " customer_id, quantity from dw_sales_line order by source_key"))
        .containsExactly(
            "FILE:489434:1|null|null|INVOICE|2009-12-01|85048|MAIN|13085|12.000000",
            "FILE:489434:2|null|null|INVOICE|2009-12-01|79323W|MAIN|13085|12.000000",
            "FILE:C489449:1|null|null|RETURN|2009-12-02|85048|MAIN|16321|-6.000000",
            "FILE:C489450:1|CANCELLATION_DOCUMENT|null|INVOICE|2009-12-02|85048|MAIN|16321|1.000000",
            "FILE:A506401:1|ADJUSTMENT|null|INVOICE|2010-04-29|B|MAIN|null|1.000000",
            "FILE:489435:1|NOT_A_PRODUCT|null|INVOICE|2009-12-01|POST|MAIN|13085|1.000000",
            "FILE:489434:3|null|EXACT_REPEAT|INVOICE|2009-12-01|85048|MAIN|13085|12.000000",
            "FILE:489436:1|NEGATIVE_QUANTITY|null|INVOICE|2009-12-01|85048|MAIN|null|-3.000000",
            "FILE:489437:1|ZERO_PRICE|null|INVOICE|2009-12-01|85048|MAIN|null|3.000000",
            "FILE:489438:1|NOT_A_PRODUCT|null|INVOICE|2009-12-01|47503J|MAIN|null|3.000000");
    assertThat(rows("select item_id, item_name from dw_item order by item_id"))
        .containsExactly("79323W|LIGHTS", "85048|LIGHTS");
  }

  @Test
  void readsOurOwnFormatInAnyOrderOfColumns() throws Exception {
    FileAccount account =
        load(
            "quantity,item_id,order_date,document_no,line_no,line_kind,site_id,currency,"
                + "unit_price_net,on_promotion,demand_date,changed_at,excluded_because,item_name\n"
                + "2.5,A,2024-01-31,SO1,10,ORDER,S1,EUR,4,true,2024-02-02,"
                + "2024-01-31T12:00:00.000001Z,,Ale\n"
                + "-1,A,2024-02-05,R1,1,RETURN,S1,EUR,4,false,,,,\n"
                + "1,A,2024-02-05,SO2,1,ORDER,S2,EUR,4,0,,,DRAFT,\n");
    assertThat(account.loaded()).isEqualTo(3);
    assertThat(
            rows(
                "select line_id, line_kind, site_id, quantity, net_amount, on_promotion, order_date,"
                    + " demand_date, changed_at, excluded_because from dw_sales_line"
                    + " order by source_key"))
        .containsExactly(
            "FILE:SO1:10|ORDER|S1|2.500000|10.000000|TRUE|2024-01-31|2024-02-02|"
                + "2024-01-31 12:00:00.000001|null",
            "FILE:R1:1|RETURN|S1|-1.000000|-4.000000|FALSE|2024-02-05|2024-02-05|"
                + "2024-02-05 00:00:00|null",
            "FILE:SO2:1|ORDER|S2|1.000000|4.000000|FALSE|2024-02-05|2024-02-05|"
                + "2024-02-05 00:00:00|DRAFT");
    assertThat(rows("select item_id, item_name from dw_item")).containsExactly("A|Ale");
    assertThat(rows("select site_id from dw_site")).containsExactly("S1");
  }

  @Test
  void everyBrokenRowIsQuarantinedAloneWithItsLine() throws Exception {
    FileAccount account =
        load(
            "document_no,order_date,item_id,quantity,line_no\n"
                + "1,2024-01-31,A,1,1\n"
                + "1,2024-01-31,A\n"
                + "1,2024-01-31,A,1,2,extra\n"
                + "1,31.13.2024,A,1,3\n"
                + "1,2024-01-31,A,one,4\n"
                + ",2024-01-31,A,1,5\n"
                + "1,2024-01-31,A,1,1\n"
                + "\n"
                + "1,2024-01-31,\"A,1,6\n"
                + "1,2024-01-31,A,1,7\n"
                + "1,2024-02-30,A,1,8\n"
                + "1,2024-01-31,A,99999999999999,9\n"
                + "2,2024-01-31,B,1,1\n");
    assertThat(rows("select line_no, reason from file_quarantine order by line_no"))
        .containsExactly(
            "3|BROKEN_ROW",
            "4|BROKEN_ROW",
            "5|BAD_DATE",
            "6|BAD_NUMBER",
            "7|NO_DOCUMENT",
            "8|DUPLICATE_LINE",
            "10|BROKEN_ROW",
            "12|BAD_DATE",
            "13|BAD_NUMBER");
    assertThat(account.loaded()).isEqualTo(3);
    assertThat(account.rows()).isEqualTo(12);
    assertThat(account.quarantined())
        .isEqualTo(
            Map.of(
                "BROKEN_ROW", 3L,
                "BAD_DATE", 2L,
                "BAD_NUMBER", 2L,
                "NO_DOCUMENT", 1L,
                "DUPLICATE_LINE", 1L));
    assertThat(rows("select raw_text from file_quarantine where line_no = 10"))
        .containsExactly("1,2024-01-31,\"A,1,6");
    assertThat(FileIntake.find().loads(connection).get(0).account()).isEqualTo(account);
  }

  @Test
  void aFieldInQuotesMaySpanLines() throws Exception {
    FileAccount account =
        load(
            OWN.replace("\n", ",item_name\n")
                + "1,2024-01-31,A,1,\"two\nlines, \"\"quoted\"\"\"\n");
    assertThat(account.rows()).isEqualTo(1);
    assertThat(rows("select item_name from dw_item")).containsExactly("two\nlines, \"quoted\"");
  }

  @Test
  void aFileInWindows1252IsReadAsSuch() throws Exception {
    String text = OWN.replace("\n", ",item_name\n") + "1,2024-01-31,A,1,10£ Käse\n";
    load(text.getBytes(Charset.forName("windows-1252")));
    assertThat(rows("select item_name from dw_item")).containsExactly("10£ Käse");
  }

  @Test
  void aLineThatIsNotUtf8AmongOthersIsReadAsWindows1252AndCounted() throws Exception {
    String first =
        OWN.replace("\n", ",item_name\n") + "1,2024-01-31,A,1,Käse\n2,2024-01-31,B,1,Öl\n";
    byte[] utf8 = first.getBytes(StandardCharsets.UTF_8);
    byte[] windows = "3,2024-01-31,C,1,10£\n".getBytes(Charset.forName("windows-1252"));
    byte[] both = Arrays.copyOf(utf8, utf8.length + windows.length);
    System.arraycopy(windows, 0, both, utf8.length, windows.length);
    assertThat(load(both).linesNotUtf8()).isEqualTo(1);
    assertThat(rows("select item_name from dw_item order by 1"))
        .containsExactly("10£", "Käse", "Öl");
  }

  @Test
  void readsAByteOrderMarkCarriageReturnsAndGzip() throws Exception {
    byte[] gzip = gzip("\uFEFF" + OWN.replace("\n", "\r\n") + "1,2024-01-31,A,1\r\n");
    assertThat(load(gzip).loaded()).isEqualTo(1);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void refusesAHeaderThatSaysNothingAndAsksForWhatIsMissing() {
    assertThatThrownBy(() -> load("name,colour\n1,2\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("name,colour")
        .hasMessageContaining("document_no")
        .hasMessageContaining("quantity");
  }

  @Test
  void refusesEmptyFilesAndFilesWithoutOneReadableRow() {
    assertThatThrownBy(() -> load(""))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> load(OWN))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> load(OWN + "1,soon,A,1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("none of 1 texts of \"order_date\" is a date, such as \"soon\"");
    assertThatThrownBy(() -> load(OWN + "1,2024-02-30,A,1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("none of its 1 rows");
  }

  @Test
  void aRefusedFileLeavesNothingBehind() throws Exception {
    assertThatThrownBy(() -> load(OWN + "1,soon,A,1\n")).isInstanceOf(UnusableFile.class);
    assertThat(
            rows(
                "select table_name from information_schema.tables"
                    + " where lower(table_name) like 'file_%'"))
        .isEmpty();
    assertThat(load(OWN + "1,2024-01-31,A,1\n").loaded()).isEqualTo(1);
  }

  @Test
  void aSecondFileIsAddedWithALaterStamp() throws Exception {
    load(OWN + "1,2024-01-31,A,1\n");
    load(OWN + "2,2023-12-31,B,1\n");
    assertThat(rows("select item_id, source_key, changed_at from dw_sales_line order by 2"))
        .containsExactly("A|1|2024-01-31 00:00:00", "B|2|2024-03-01 08:00:00");
    assertThat(FileIntake.find().loads(connection)).hasSize(2);
  }

  @Test
  void theSameFileTwiceIsRefusedAndChangesNothing() throws Exception {
    load(OWN + "1,2024-01-31,A,1\n");
    assertThatThrownBy(() -> load(OWN + "1,2024-01-31,A,1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("loaded already, as load 1");
    assertThat(rows("select count(*) from dw_sales_line")).containsExactly("1");
  }

  @Test
  void aLineThatAnotherFileBroughtIsQuarantinedUnlessTheFileReplacesIt() throws Exception {
    load(OWN + "1,2024-01-31,A,1\n1,2024-01-31,B,5\n");
    FileAccount second = load(OWN + "1,2024-01-31,A,2\n2,2024-02-01,C,1\n");
    assertThat(second.quarantined()).isEqualTo(Map.of("DUPLICATE_LINE", 1L));

    Path corrected = folder.resolve("corrected.csv");
    Files.writeString(corrected, OWN + "1,2024-01-31,A,3\n");
    load(corrected, OptionalLong.of(1));

    assertThat(
            rows(
                "select line_id, item_id, quantity, excluded_because, changed_at from dw_sales_line"
                    + " order by source_key"))
        .containsExactly(
            "FILE:1:2|B|5.000000|REPLACED|2024-03-01 08:00:00.000001",
            "FILE:2:1|C|1.000000|null|2024-03-01 08:00:00",
            "FILE:1:1|A|3.000000|null|2024-03-01 08:00:00.000001");
    assertThat(FileIntake.find().loads(connection).get(2).replacedBy()).hasValue(3);
  }

  @Test
  void onlyALoadThatIsThereCanBeReplaced() throws Exception {
    load(OWN + "1,2024-01-31,A,1\n");
    Path corrected = folder.resolve("corrected.csv");
    Files.writeString(corrected, OWN + "1,2024-01-31,A,3\n");
    assertThatThrownBy(() -> load(corrected, OptionalLong.of(7)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("no load 7")
        .hasMessageContaining("[1]");
    assertThat(rows("select quantity from dw_sales_line")).containsExactly("1.000000");
  }

  @Test
  void theLinesOfALoadAreKeptAndThoseOfEarlierVersionsAreNotKnown() throws Exception {
    FileAccount account = load(OWN + "1,2024-01-31,A,1\n\nTotal,,,1\n");
    assertThat(rows("select line_class, line_count from file_lines order by 1"))
        .containsExactly("BLANK|1", "HEADER|1", "LOADED|1", "TOTAL|1");
    assertThat(FileIntake.find().loads(connection).get(0).account()).isEqualTo(account);
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table file_lines");
    }
    assertThat(FileIntake.find().loads(connection).get(0).account().lines())
        .isEqualTo(LineCounts.unknown());
    assertThat(load(OWN + "2,2024-01-31,A,1\n").lines().physical()).isEqualTo(2);
  }

  @Test
  void anotherErpInTheSchemaIsNotTouched() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create view dw_sales_line as select 1 as x");
    }
    assertThatThrownBy(() -> load(OWN + "1,2024-01-31,A,1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("another ERP");
    assertThat(rows("select x from dw_sales_line")).containsExactly("1");
  }

  @Test
  void refusesAFileThatIsNotThereOrNotWhole() throws IOException {
    assertThatThrownBy(() -> load(folder.resolve("missing.csv"), OptionalLong.empty()))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("missing.csv");
    byte[] whole = gzip(OWN + "1,2024-01-31,A,1\n".repeat(1000));
    assertThatThrownBy(() -> load(Arrays.copyOf(whole, whole.length - 20)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("whole");
  }

  @Test
  void everyViewIsThereAndTyped() throws Exception {
    load(OWN + "1,2024-01-31,A,1\n");
    for (String view :
        List.of(
            "dw_stock_level",
            "dw_stock_ledger",
            "dw_open_supply",
            "dw_purchase_receipt",
            "dw_reorder_rule",
            "dw_price",
            "dw_promotion",
            "dw_calendar")) {
      assertThat(rows("select * from " + view)).as(view).isEmpty();
    }
    assertThat(rows("select source_key + 1, quantity * 2 from dw_stock_ledger")).isEmpty();
  }
}

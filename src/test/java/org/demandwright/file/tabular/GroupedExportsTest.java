package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileQuestion;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.LineClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that say an order once and leave it out on its further lines. */
class GroupedExportsTest {
  private static final FileIntake INTAKE = FileIntake.find();
  private static final String ORDERS =
      "Order Reference,Order Date,Customer,Order Lines/Product,Order Lines/Quantity\n"
          + "S1,2024-03-01,Miller,Desk,2\n,,,Chair,4\nS2,2024-03-02,,Lamp,1\n,,,Desk,6\n";

  @TempDir Path folder;

  private FileRequest request(byte[] bytes, FormatWishes wishes) throws IOException {
    Path file = Files.write(folder.resolve("orders"), bytes);
    return new FileRequest(file, "orders", FileKind.ORDER_LINES, wishes, Map.of(), List.of());
  }

  private FileInspection inspect(String text, FormatWishes wishes) throws IOException {
    return INTAKE.inspect(request(text.getBytes(StandardCharsets.UTF_8), wishes));
  }

  private FileAccount check(String text, FormatWishes wishes) throws IOException {
    FileRequest request = request(text.getBytes(StandardCharsets.UTF_8), wishes);
    return INTAKE.check(request, folder.resolve("bad.csv")).account();
  }

  private static List<String> values(FileInspection found, FileColumn column) {
    return found.preview().stream().map(row -> row.values().get(column)).toList();
  }

  private static FormatWishes above(String answer) {
    return FormatWishes.none().answering("above", answer);
  }

  @Test
  void whatIsEmptyBelowAnOrderIsAskedOnceAndTakenFromAbove() throws Exception {
    FileInspection asked = inspect(ORDERS, FormatWishes.none());
    assertThat(asked.asked())
        .singleElement()
        .isEqualTo(
            new FileQuestion(
                "above",
                "document_no is empty on 2 of 4 rows, order_date is empty on 2 of 4 rows: take what"
                    + " is empty from the row above (YES), or leave it empty (NO)?",
                List.of("YES", "NO")));
    FileInspection taken = inspect(ORDERS, above("YES"));
    assertThat(taken.questions()).isEmpty();
    assertThat(values(taken, FileColumn.DOCUMENT)).containsExactly("S1", "S1", "S2", "S2");
    assertThat(values(taken, FileColumn.CUSTOMER))
        .as("what an order does not say is not taken from another one")
        .containsExactly("Miller", "Miller", "", "");
    assertThat(check(ORDERS, above("YES")).loaded()).isEqualTo(4);
    assertThat(check(ORDERS, above("NO")).quarantined()).isEqualTo(Map.of("NO_DOCUMENT", 2L));
  }

  @Test
  void aTotalBelowAnOrderIsNoLineOfIt() throws Exception {
    FileAccount account = check(ORDERS + "Total,,,,13\n", above("YES"));
    assertThat(account.rows()).isEqualTo(4);
  }

  @Test
  void anOrderMayStandOnALineOfItsOwnAndEndWithItsTotal() throws Exception {
    String text =
        "order no,date,sku,qty\nS1,2024-03-01,,\n,,A,2\n,,B,3\nTotal S1,,,5\nS2,2024-03-02,,\n"
            + ",,A,1\n,,B,\n";
    assertThat(inspect(text, FormatWishes.none()).asked())
        .extracting(FileQuestion::key)
        .containsExactly("above");
    FileInspection taken = inspect(text, above("YES"));
    assertThat(values(taken, FileColumn.DOCUMENT)).containsExactly("S1", "S1", "S2", "S2");
    FileAccount account = check(text, above("YES"));
    assertThat(account.loaded()).isEqualTo(3);
    assertThat(account.quarantined())
        .as("a line without its quantity stays one that is told")
        .isEqualTo(Map.of("BAD_NUMBER", 1L));
    assertThat(account.lines().of(LineClass.TITLE)).isEqualTo(2);
    assertThat(account.lines().of(LineClass.TOTAL)).isEqualTo(1);
  }

  @Test
  void aDateOnTheFirstLineOfAnOrderAloneIsFoundToo() throws Exception {
    String text = "order no,date,sku,qty\n1,2024-01-31,A,1\n1,,B,2\n2,2024-02-01,A,3\n2,,C,1\n";
    assertThat(inspect(text, FormatWishes.none()).questions()).hasSize(1);
    assertThat(values(inspect(text, above("YES")), FileColumn.ORDER_DATE))
        .containsExactly("2024-01-31", "2024-01-31", "2024-02-01", "2024-02-01");
  }

  @Test
  void oneForgottenNumberIsNoGroup() throws Exception {
    String text = "order no,date,sku,qty\n1,2024-01-31,A,1\n,2024-01-31,B,2\n3,2024-02-01,A,3\n";
    assertThat(inspect(text, FormatWishes.none()).questions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order Reference,Order Date,Order Lines/Product,Order Lines/Quantity",
        "Auftragsreferenz,Bestelldatum,Auftragszeilen/Produkt,Auftragszeilen/Menge",
        "Référence commande,Date de la commande,Lignes de commande/Article,Lignes de commande/Quantité",
        "Referencia del pedido,Fecha de pedido,Líneas de pedido/Producto,Líneas de pedido/Cantidad",
        "Riferimento ordine,Data ordine,Righe ordine/Prodotto,Righe ordine/Quantità",
        "订单参考,订单日期,订单行/产品,订单行/数量"
      })
  void headingsThatNameAFieldByItsPathAreProposed(String header) throws Exception {
    FileInspection found = inspect(header + "\nS1,2024-03-01,Desk,2\n", FormatWishes.none());
    assertThat(found.questions()).isEmpty();
    assertThat(found.headings().values())
        .containsExactly(
            FileColumn.DOCUMENT, FileColumn.ORDER_DATE, FileColumn.ITEM, FileColumn.QUANTITY);
  }

  @Test
  void aPathSaysWhoseNameItIs() throws Exception {
    FileInspection found =
        inspect(
            "Order,Order/Date,Customer/Name,Lines/Product/Name,Lines/Product,Lines/Quantity\n"
                + "S1,2024-03-01,Miller,Desk,D1,2\n",
            FormatWishes.none());
    assertThat(found.headings().values())
        .containsExactly(
            FileColumn.DOCUMENT,
            FileColumn.ORDER_DATE,
            FileColumn.CUSTOMER,
            FileColumn.ITEM_NAME,
            FileColumn.ITEM,
            FileColumn.QUANTITY);
  }

  @Test
  void mergedCellsOfAWorkbookStandForAllTheirRows() throws Exception {
    XlsxFixture workbook = new XlsxFixture();
    String[] heads = {"order no", "order date", "sku", "qty", "net amount"};
    String[] header = new String[heads.length];
    for (int i = 0; i < heads.length; i++) {
      header[i] = XlsxFixture.inline(heads[i]);
    }
    workbook.row("s", XlsxFixture.inline("Orders"));
    workbook.row("s", header);
    workbook.row(
        "s",
        XlsxFixture.inline("A1"),
        XlsxFixture.styled("45352", XlsxFixture.DATE),
        XlsxFixture.inline("P1"),
        XlsxFixture.number("3"),
        XlsxFixture.number("30"));
    workbook.row("s", null, null, XlsxFixture.inline("P2"), XlsxFixture.number("4"));
    workbook.row(
        "s",
        XlsxFixture.inline("A2"),
        XlsxFixture.number("45365"),
        XlsxFixture.inline("P1"),
        XlsxFixture.number("2"),
        XlsxFixture.number("5"));
    workbook.merge("s", "A1:E1").merge("s", "A3:A4").merge("s", "B3:B4").merge("s", "E3:E4");
    FileInspection found = INTAKE.inspect(request(workbook.bytes(), FormatWishes.none()));
    assertThat(found.questions()).isEmpty();
    assertThat(values(found, FileColumn.DOCUMENT)).containsExactly("A1", "A1", "A2");
    assertThat(values(found, FileColumn.ORDER_DATE))
        .containsExactly("2024-03-01", "2024-03-01", "2024-03-14");
    assertThat(values(found, FileColumn.NET_AMOUNT))
        .as("an amount of both lines is not that of each")
        .containsExactly("30", "", "5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order No;Date;SKU;Qty\n1;01.03.2024;A;3;\n2;14.03.2024;A;4;;\n",
        "Order No;Date;SKU;Qty;\n1;01.03.2024;A;3;\n2;14.03.2024;A;4\n",
        "\"Order\nNo\";\"Date\";SKU;Qty\n1;01.03.2024;A;3\n2;14.03.2024;A;4\n",
        "Order No;Date;SKU;Qty;Customer\n1;01.03.2024;A;3\n2;14.03.2024;A;4;C\n"
      })
  void textIsReadAsLenientlyAsASheet(String text) throws Exception {
    FileAccount account = check(text, FormatWishes.none());
    assertThat(account.loaded()).isEqualTo(2);
    assertThat(account.quarantined()).isEmpty();
  }

  @Test
  void dayNumbersOfAWorkbookSince1904AreReadAsSuch() throws Exception {
    XlsxFixture workbook = new XlsxFixture().since1904();
    workbook.row(
        "s",
        XlsxFixture.inline("order no"),
        XlsxFixture.inline("date"),
        XlsxFixture.inline("sku"),
        XlsxFixture.inline("qty"));
    workbook.row(
        "s",
        XlsxFixture.inline("A1"),
        XlsxFixture.number("43890"),
        XlsxFixture.inline("P1"),
        XlsxFixture.number("3"));
    FileInspection found = INTAKE.inspect(request(workbook.bytes(), FormatWishes.none()));
    assertThat(values(found, FileColumn.ORDER_DATE)).containsExactly("2024-03-01");
  }
}

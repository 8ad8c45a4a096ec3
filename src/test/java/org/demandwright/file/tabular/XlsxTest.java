package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.file.tabular.XlsxFixture.formula;
import static org.demandwright.file.tabular.XlsxFixture.formulaText;
import static org.demandwright.file.tabular.XlsxFixture.inline;
import static org.demandwright.file.tabular.XlsxFixture.number;
import static org.demandwright.file.tabular.XlsxFixture.styled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileRequest;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the cells of workbooks. */
class XlsxTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("sales.xlsx"), bytes);
  }

  private List<List<String>> rows(XlsxFixture workbook, String sheet, int headerRow)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = new XlsxTable(file(workbook.bytes()), sheet, headerRow, XlsxMerges.NONE)) {
      rows.add(table.header());
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(row.isBroken() ? List.of("BROKEN") : row.texts());
      }
    }
    return rows;
  }

  private FileInspection inspect(byte[] bytes) throws IOException {
    return FileIntake.find().inspect(FileRequest.orderLines(file(bytes)));
  }

  @Test
  void numbersAndTextsStayWhatAPersonSees() throws Exception {
    XlsxFixture workbook = new XlsxFixture();
    workbook
        .row("s", inline("a"), inline("b"), inline("c"), inline("d"), inline("e"), inline("f"))
        .row(
            "s",
            number("1E5"),
            workbook.text("1E5"),
            workbook.text("00123"),
            styled("123", XlsxFixture.ZEROS),
            number("0.30000000000000004"),
            number("4006381333931"));
    assertThat(rows(workbook, "s", 1).get(1))
        .containsExactly("100000", "1E5", "00123", "00123", "0.3", "4006381333931");
  }

  @Test
  void serialNumbersWithADateFormatAreDatesInBothSystems() throws Exception {
    String[] cells = {
      styled("45322", XlsxFixture.DATE),
      styled("45322.5", XlsxFixture.DATE_TIME),
      number("45322"),
      styled("59", XlsxFixture.DATE),
      styled("61", XlsxFixture.DATE)
    };
    String[] header = {inline("a"), inline("b"), inline("c"), inline("d"), inline("e")};
    assertThat(rows(new XlsxFixture().row("s", header).row("s", cells), "s", 1).get(1))
        .containsExactly("2024-01-31", "2024-01-31T12:00", "45322", "1900-02-28", "1900-03-01");
    assertThat(rows(new XlsxFixture().since1904().row("s", header).row("s", cells), "s", 1).get(1))
        .startsWith("2028-02-01", "2028-02-01T12:00", "45322", "1904-02-29");
  }

  @Test
  void aFormulaCountsAsItsSavedValue() throws Exception {
    XlsxFixture workbook = new XlsxFixture();
    workbook
        .row("s", inline("a"), inline("b"), inline("c"))
        .row("s", formula("1+1", "2"), formulaText("A1&amp;B1", "x2"), inline("z"));
    assertThat(rows(workbook, "s", 1).get(1)).containsExactly("2", "x2", "z");
  }

  @Test
  void missingCellsAreEmptyAndFurtherOnesBreakTheRow() throws Exception {
    XlsxFixture workbook = new XlsxFixture();
    workbook
        .row("s", inline("a"), inline("b"), inline("c"))
        .row("s", null, inline("x"))
        .row("s")
        .row("s", inline("1"), inline("2"), inline("3"), inline("4"));
    assertThat(rows(workbook, "s", 1))
        .containsExactly(List.of("a", "b", "c"), List.of("", "x", ""), List.of("BROKEN"));
  }

  @Test
  void findsTheHeaderBelowATitleAndTheFirstSheetThatCanBeSeen() throws Exception {
    XlsxFixture workbook = new XlsxFixture().hidden("notes");
    workbook.row("notes", inline("nothing"));
    workbook
        .row("orders", inline("Sales of the year"))
        .row("orders")
        .row(
            "orders",
            inline("Belegnummer"),
            inline("Belegdatum"),
            inline("Artikelnummer"),
            inline("Menge"))
        .row(
            "orders",
            inline("A1"),
            styled("45322", XlsxFixture.DATE),
            styled("123", XlsxFixture.ZEROS),
            number("2.5"));
    workbook.row("other", inline("x"));
    FileInspection found = inspect(workbook.bytes());
    assertThat(found.format().sheets()).containsExactly("orders", "other");
    assertThat(found.format().headerLine().value()).isEqualTo(3);
    assertThat(found.questions()).isEmpty();
    assertThat(found.preview().get(0).values().values())
        .containsExactly("A1", "2024-01-31", "00123", "2.5");
  }

  @Test
  void aWorkbookThatIsNotWholeIsRefused() {
    byte[] whole = new XlsxFixture().row("s", inline("a"), inline("b")).bytes();
    assertThatThrownBy(() -> inspect(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("sales.xlsx")
        .hasMessageContaining("not whole");
  }

  @Test
  void aZipThatIsNoWorkbookAndAnOldWorkbookAreRefused() {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0};
    assertThatThrownBy(() -> inspect(old))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("save it as XLSX");
  }

  @Test
  void aWorkbookThatUnpacksToTooMuchIsRefusedBeforeItIsParsed() throws Exception {
    XlsxFixture large = new XlsxFixture();
    for (int i = 0; i < 60; i++) {
      large.row("s", inline("x".repeat(50_000)));
    }
    byte[] bomb = large.bytes();
    assertThat(bomb).hasSizeLessThan(100_000);
    XlsxLimits limits = new XlsxLimits(2_000_000, 1_000_000);
    Path file = file(bomb);
    assertThatThrownBy(() -> limits.check(file))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("xl/worksheets/sheet1.xml is larger than 1 MB");
    byte[] texts = new XlsxFixture().sharedTexts("x".repeat(1_500_000)).row("s").bytes();
    Path second = file(texts);
    assertThatThrownBy(() -> limits.check(second))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("sharedStrings.xml is larger than 0 MB");
  }

  @Test
  void aCellWithoutEndIsRefusedBeforeItIsParsed() throws Exception {
    assertThatThrownBy(
            () -> inspect(new XlsxFixture().row("s", inline("x".repeat(3_000_000))).bytes()))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("a text is longer than a cell");
  }

  @Test
  void entitiesInAWorkbookAreNotExpanded() throws Exception {
    String entities =
        "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<si><t>&b;</t></si></sst>";
    XlsxFixture workbook = new XlsxFixture().sharedTexts(entities);
    byte[] bytes = workbook.row("s", workbook.text("0"), inline("b")).bytes();
    assertThatThrownBy(() -> inspect(bytes))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("it has a document type");
  }
}

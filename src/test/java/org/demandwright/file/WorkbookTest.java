package org.demandwright.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Written, and read by what reads the files of others. */
class WorkbookTest {
  private static ReadableWorkbook read(ByteArrayOutputStream bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Object> wide = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wide.add(i);
    }
    try (Workbook book = new Workbook(bytes)) {
      book.sheet("Tea & <co>", List.of("a", "b"));
      book.row(Arrays.asList("x \"y\" \u0001 ü 😀", null, new BigDecimal("1200.50"), 7));
      book.sheet("other", List.of());
      book.row(wide);
    }
    try (ReadableWorkbook book = read(bytes)) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly("Tea & <co>", "other");
      List<Row> rows = sheets.get(0).read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).getCell(1).getText()).isEqualTo("b");
      assertThat(rows.get(1).getCell(0).getText()).isEqualTo("x \"y\"  ü 😀");
      assertThat(rows.get(1).getOptionalCell(1)).isEmpty();
      assertThat(rows.get(1).getCell(2).asNumber()).isEqualByComparingTo("1200.5");
      List<Row> others = sheets.get(1).read();
      assertThat(others.get(others.size() - 1).getCell(59).asNumber()).isEqualByComparingTo("59");
    }
  }

  @Test
  void no_text_starts_a_formula() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes)) {
      book.sheet("=1+1", List.of("=cmd", "+1", "-1", "@x", "fine"));
    }
    try (ReadableWorkbook book = read(bytes)) {
      Row head = book.getFirstSheet().read().get(0);
      assertThat(head.stream().map(Cell::getText))
          .containsExactly("'=cmd", "'+1", "'-1", "'@x", "fine");
      assertThat(head.stream().map(Cell::getType)).containsOnly(CellType.STRING);
    }
  }

  @Test
  void sheets_are_called_what_sheets_may_be_called() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes)) {
      for (String name : List.of("a/b", "A_B", "", "x".repeat(40), "x".repeat(50), "'quoted")) {
        book.sheet(name, List.of("head"));
      }
    }
    try (ReadableWorkbook book = read(bytes)) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "a_b", "A_B (2)", "_", "x".repeat(31), "x".repeat(27) + " (2)", "_'quoted");
    }
  }

  @Test
  void a_workbook_without_sheets_is_one() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Workbook(bytes).close();
    try (ReadableWorkbook book = read(bytes)) {
      assertThat(book.getSheets()).hasSize(1);
    }
  }
}

package org.demandwright.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (XLSX) that is written sheet by sheet and row by row, so that none of it is held. The
 * head of a sheet stays in sight. A cell is a text, a number or empty; a text that a spreadsheet
 * would take for a formula has an apostrophe before it, as in CSV.
 */
public final class Workbook implements Closeable {
  /** The media type. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final int LONGEST_NAME = 31;
  private static final int LETTERS = 26;

  private final ZipOutputStream zip;
  private final Writer text;
  private final List<String> names = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int rows;

  /** Begins a workbook; the stream is closed with it. */
  public Workbook(OutputStream output) {
    this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
    this.text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
  }

  /**
   * Begins a sheet; the one before is at its end.
   *
   * @param name what a sheet may not be called is changed, and so is a name that another one has
   */
  public void sheet(String name, List<String> head) throws IOException {
    endSheet();
    names.add(free(name));
    rows = 0;
    entry("xl/worksheets/sheet" + names.size() + ".xml");
    text.write(
        XML
            + "<worksheet xmlns=\"%s\"><sheetViews><sheetView workbookViewId=\"0\">".formatted(MAIN)
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews><sheetData>");
    row(head);
  }

  /**
   * Writes a row.
   *
   * @param cells texts and numbers; null = empty
   */
  public void row(List<?> cells) throws IOException {
    rows++;
    text.write("<row r=\"%d\">".formatted(rows));
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      String at = column(i) + rows;
      if (cell instanceof BigDecimal number) {
        text.write(
            "<c r=\"%s\"><v>%s</v></c>".formatted(at, number.stripTrailingZeros().toPlainString()));
      } else if (cell instanceof Integer || cell instanceof Long) {
        text.write("<c r=\"%s\"><v>%s</v></c>".formatted(at, cell));
      } else if (cell != null) {
        text.write(
            "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted(at, escaped(guarded(cell.toString()))));
      }
    }
    text.write("</row>");
  }

  private void endSheet() throws IOException {
    if (!names.isEmpty()) {
      text.write("</sheetData></worksheet>");
    }
  }

  private void entry(String name) throws IOException {
    text.flush();
    zip.putNextEntry(new ZipEntry(name));
  }

  @Override
  public void close() throws IOException {
    if (names.isEmpty()) {
      sheet("-", List.of());
    }
    endSheet();
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 1; i <= names.size(); i++) {
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(escaped(names.get(i - 1)), i, i));
      relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
      types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    whole(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, sheets));
    whole("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    whole("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    whole(
        "[Content_Types].xml",
        "<Types xmlns=\"%scontent-types\">".formatted(PACKAGE)
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + types
            + "</Types>");
    text.close();
  }

  private void whole(String name, String content) throws IOException {
    entry(name);
    text.write(XML + content);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, all);
  }

  private static String relation(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, kind, target);
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, kind);
  }

  private static String column(int index) {
    StringBuilder name = new StringBuilder();
    for (int i = index; i >= 0; i = i / LETTERS - 1) {
      name.insert(0, (char) ('A' + i % LETTERS));
    }
    return name.toString();
  }

  private String free(String name) {
    String allowed = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "_").strip();
    String bare = allowed.isEmpty() || allowed.startsWith("'") ? "_" + allowed : allowed;
    String free = cut(bare, LONGEST_NAME);
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      String behind = " (" + i + ")";
      free = cut(bare, LONGEST_NAME - behind.length()) + behind;
    }
    return free;
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length);
  }

  private static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String escaped(String cell) {
    StringBuilder safe = new StringBuilder();
    cell.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                  boolean said = c >= ' ' || c == '\t' || c == '\n';
                  boolean written =
                      said && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                  safe.appendCodePoint(written ? c : ' ');
                }
              }
            });
    return safe.toString();
  }
}

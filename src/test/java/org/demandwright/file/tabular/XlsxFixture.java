package org.demandwright.file.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook made by hand, so that each test sees exactly the XML that it is about. Styles: 0
 * general, 1 a date, 2 a date and time, 3 five digits with leading zeros.
 */
final class XlsxFixture {
  static final int DATE = 1;
  static final int DATE_TIME = 2;
  static final int ZEROS = 3;

  private final Map<String, List<String>> sheets = new LinkedHashMap<>();
  private final Map<String, List<String>> merges = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private boolean since1904;
  private String hidden = "";
  private String textsXml = "";

  XlsxFixture since1904() {
    since1904 = true;
    return this;
  }

  XlsxFixture hidden(String sheet) {
    hidden = sheet;
    return this;
  }

  /** Uses this text instead of the shared texts. */
  XlsxFixture sharedTexts(String xml) {
    textsXml = xml;
    return this;
  }

  /** Adds a row of cells, each an XML element without its address; null for a missing one. */
  XlsxFixture row(String sheet, String... cells) {
    List<String> rows = sheets.computeIfAbsent(sheet, name -> new ArrayList<>());
    StringBuilder row = new StringBuilder();
    int rowNum = rows.size() + 1;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        row.append(cells[i].replaceFirst("<c", "<c r=\"" + column(i) + rowNum + "\""));
      }
    }
    rows.add("<row r=\"" + rowNum + "\">" + row + "</row>");
    return this;
  }

  /** Merges a range of cells, as {@code A2:A4}. */
  XlsxFixture merge(String sheet, String range) {
    merges.computeIfAbsent(sheet, name -> new ArrayList<>()).add(range);
    return this;
  }

  private static String column(int index) {
    String name = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? name : column(index / 26 - 1) + name;
  }

  String text(String text) {
    texts.add(text);
    return "<c t=\"s\"><v>" + (texts.size() - 1) + "</v></c>";
  }

  static String inline(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static String number(String value) {
    return "<c><v>" + value + "</v></c>";
  }

  static String styled(String value, int style) {
    return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
  }

  static String formula(String formula, String saved) {
    return "<c><f>" + formula + "</f><v>" + saved + "</v></c>";
  }

  static String formulaText(String formula, String saved) {
    return "<c t=\"str\"><f>" + formula + "</f><v>" + saved + "</v></c>";
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", contentTypes());
      put(zip, "_rels/.rels", rels("officeDocument", "xl/workbook.xml"));
      put(zip, "xl/workbook.xml", workbook());
      put(zip, "xl/_rels/workbook.xml.rels", workbookRels());
      put(zip, "xl/styles.xml", styles());
      put(zip, "xl/sharedStrings.xml", textsXml.isEmpty() ? sharedStrings() : textsXml);
      int n = 1;
      for (String name : sheets.keySet()) {
        put(zip, "xl/worksheets/sheet" + n + ".xml", sheet(name));
        n++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String contentTypes() {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + part("workbook", "sheet.main")
        + part("styles", "styles")
        + part("sharedStrings", "sharedStrings")
        + "</Types>";
  }

  private static String part(String name, String type) {
    return "<Override PartName=\"/xl/"
        + name
        + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + type
        + "+xml\"/>";
  }

  private static String rels(String type, String target) {
    return "<Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
        + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private String workbook() {
    StringBuilder xml =
        new StringBuilder(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<workbookPr date1904=\""
                + since1904
                + "\"/><sheets>");
    int n = 1;
    for (String name : sheets.keySet()) {
      xml.append("<sheet name=\"").append(name).append("\" sheetId=\"").append(n);
      xml.append(name.equals(hidden) ? "\" state=\"hidden" : "");
      xml.append("\" r:id=\"rId").append(n).append("\"/>");
      n++;
    }
    return xml + "</sheets></workbook>";
  }

  private String workbookRels() {
    StringBuilder xml =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    for (int n = 1; n <= sheets.size(); n++) {
      xml.append("<Relationship Id=\"rId").append(n).append("\" Type=\"").append(type);
      xml.append("worksheet\" Target=\"worksheets/sheet").append(n).append(".xml\"/>");
    }
    xml.append("<Relationship Id=\"rId90\" Type=\"").append(type);
    xml.append("styles\" Target=\"styles.xml\"/><Relationship Id=\"rId91\" Type=\"").append(type);
    return xml + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
  }

  private static String styles() {
    return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"00000\"/></numFmts>"
        + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
        + "<xf numFmtId=\"164\"/></cellXfs></styleSheet>";
  }

  private String sharedStrings() {
    StringBuilder xml =
        new StringBuilder(
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    texts.forEach(text -> xml.append("<si><t>").append(text).append("</t></si>"));
    return xml + "</sst>";
  }

  private String sheet(String name) {
    StringBuilder merged = new StringBuilder();
    for (String range : merges.getOrDefault(name, List.of())) {
      merged.append("<mergeCell ref=\"").append(range).append("\"/>");
    }
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData>"
        + String.join("", sheets.get(name))
        + "</sheetData>"
        + (merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>")
        + "</worksheet>";
  }
}

package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.demandwright.file.UnusableFile;

/**
 * The cells of a sheet that are merged downwards: what stands in the first of them is meant for
 * all. Of a range of several columns only the first one is such a value; across, cells are merged
 * for the look of a title.
 */
final class XlsxMerges {
  static final XlsxMerges NONE = new XlsxMerges();

  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+):\\$?[A-Z]{1,3}\\$?(\\d+)");
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** The last row of each range by its first one, by column. */
  private final Map<Integer, NavigableMap<Integer, Integer>> ranges = new HashMap<>();

  private XlsxMerges() {}

  /** Reads what is merged in a sheet. */
  static XlsxMerges of(Path file, String sheet) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      XlsxMerges merges = new XlsxMerges();
      part(zip, sheet)
          .ifPresent(
              part ->
                  elements(
                      file,
                      zip,
                      part,
                      "mergeCell",
                      xml -> merges.add(xml.getAttributeValue(null, "ref"))));
      return merges;
    }
  }

  private static Optional<String> part(ZipFile zip, String sheet) {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> targets = new HashMap<>();
    Path file = Path.of(zip.getName());
    elements(
        file,
        zip,
        "xl/workbook.xml",
        "sheet",
        xml ->
            ids.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(RELATIONS, "id")));
    elements(
        file,
        zip,
        "xl/_rels/workbook.xml.rels",
        "Relationship",
        xml ->
            targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target")));
    return Optional.ofNullable(ids.get(sheet))
        .map(targets::get)
        .map(target -> target.startsWith("/") ? target.substring(1) : "xl/" + target);
  }

  private static void elements(
      Path file, ZipFile zip, String part, String element, Consumer<XMLStreamReader> each) {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
          each.accept(xml);
        }
      }
    } catch (XMLStreamException | IOException | RuntimeException e) {
      throw new UnusableFile(
          "%s cannot be read as an XLSX workbook; open it, save it as XLSX or CSV and send that"
              .formatted(file.getFileName()),
          e);
    }
  }

  private void add(String range) {
    Matcher matcher = RANGE.matcher(range == null ? "" : range);
    if (matcher.matches()) {
      int column = column(matcher.group(1));
      int first = Integer.parseInt(matcher.group(2));
      int last = Integer.parseInt(matcher.group(3));
      if (last > first) {
        ranges.computeIfAbsent(column, c -> new TreeMap<>()).put(first, last);
      }
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = 26 * column + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** Returns the columns, from 0, whose cell in a row, from 1, is merged with the one above. */
  Set<Integer> covered(int row) {
    Set<Integer> covered = new HashSet<>();
    ranges.forEach(
        (column, byRow) -> {
          Map.Entry<Integer, Integer> range = byRow.lowerEntry(row);
          if (range != null && row <= range.getValue()) {
            covered.add(column);
          }
        });
    return covered;
  }
}

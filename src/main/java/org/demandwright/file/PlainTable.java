package org.demandwright.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a heading, as it is sent: CSV in UTF-8, with commas or, as spreadsheets of some
 * languages write it, semicolons.
 *
 * @param heading names of the columns
 * @param rows in the order of the heading, each with as many cells as were sent
 */
public record PlainTable(List<String> heading, List<List<String>> rows) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public PlainTable {
    heading = List.copyOf(heading);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @throws UnusableFile if it is none, with what to send
   */
  public static PlainTable of(byte[] sent) {
    String text = text(sent);
    String heading = text.lines().findFirst().orElse("");
    boolean semicolons = heading.indexOf(';') >= 0 && heading.indexOf(',') < 0;
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .fieldSeparator(semicolons ? ';' : ',')
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        lines.add(record.getFields());
      }
    } catch (IOException | RuntimeException e) {
      throw none("It is no CSV");
    }
    if (lines.isEmpty()) {
      throw none("It has no heading");
    }
    return new PlainTable(
        lines.get(0).stream().map(String::strip).toList(), lines.subList(1, lines.size()));
  }

  private static String text(byte[] sent) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw none("It is not UTF-8");
    }
  }

  private static UnusableFile none(String wrong) {
    return new UnusableFile(
        wrong + ": send a table with a heading such as item_id,site_id,on_hand");
  }
}

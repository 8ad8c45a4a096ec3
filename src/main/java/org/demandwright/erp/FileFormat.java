package org.demandwright.erp;

import java.util.List;
import java.util.stream.Stream;

/**
 * The form of a file as it is read, each part with how sure it is.
 *
 * @param workbook whether it is XLSX; otherwise it is delimited text
 * @param encoding of a text file; of a workbook always UTF-8
 * @param delimiter of a text file; of a workbook a comma, which is not used
 * @param sheets names of a workbook's sheets that can be seen, in their order
 * @param sheet the one that is read; empty for a text file
 * @param headerLine line or row of the header, from 1
 * @param numbers of cells that are text
 * @param dates of cells that are text
 */
public record FileFormat(
    boolean workbook,
    Detected<String> encoding,
    Detected<Character> delimiter,
    List<String> sheets,
    Detected<String> sheet,
    Detected<Integer> headerLine,
    Detected<NumberForm> numbers,
    Detected<DateForm> dates) {

  public FileFormat {
    sheets = List.copyOf(sheets);
  }

  /** Returns what has to be answered before the file can be read. */
  public List<String> questions() {
    return Stream.of(
            question("encoding", encoding),
            question("delimiter", delimiter),
            question("sheet", sheet),
            question("headerLine", headerLine),
            question("numbers", numbers),
            question("dates", dates))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String question(String name, Detected<?> found) {
    return found.asks() ? name + ": " + found.why() : "";
  }
}

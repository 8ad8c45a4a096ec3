package org.demandwright.file;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param zone where a time that says how far it is from UTC has its day
 * @param since1904 whether the day numbers of a workbook begin in 1904 and not in 1900
 */
public record FileFormat(
    boolean workbook,
    Detected<String> encoding,
    Detected<Character> delimiter,
    List<String> sheets,
    Detected<String> sheet,
    Detected<Integer> headerLine,
    Detected<NumberForm> numbers,
    Detected<DateForm> dates,
    Detected<ZoneId> zone,
    boolean since1904) {

  public FileFormat {
    sheets = List.copyOf(sheets);
  }

  /** Returns the same layout with the forms of values. */
  public FileFormat with(
      Detected<NumberForm> foundNumbers,
      Detected<DateForm> foundDates,
      Detected<ZoneId> foundZone) {
    return new FileFormat(
        workbook,
        encoding,
        delimiter,
        sheets,
        sheet,
        headerLine,
        foundNumbers,
        foundDates,
        foundZone,
        since1904);
  }

  /** Returns what has to be answered before the file can be read. */
  public List<FileQuestion> questions() {
    return Stream.of(
            question("encoding", encoding, List.of()),
            question("delimiter", delimiter, List.of()),
            question("sheet", sheet, sheets),
            question("headerLine", headerLine, List.of()),
            question("numbers", numbers, names(NumberForm.values())),
            question("dates", dates, names(DateForm.values())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private static Optional<FileQuestion> question(
      String key, Detected<?> found, List<String> choices) {
    return found.asks()
        ? Optional.of(new FileQuestion(key, found.why(), choices))
        : Optional.empty();
  }
}

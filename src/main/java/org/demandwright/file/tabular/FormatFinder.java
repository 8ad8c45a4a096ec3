package org.demandwright.file.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.demandwright.file.DateForm;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileFormat;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.NumberForm;
import org.demandwright.file.UnusableFile;

/**
 * Finds the layout of a file: what kind it is, its encoding, delimiter or sheet, and its header.
 */
final class FormatFinder {
  private static final Detected<NumberForm> ANY_NUMBERS = Detected.given(NumberForm.POINT);
  private static final Detected<DateForm> ANY_DATES = Detected.given(DateForm.YMD);

  private final Path file;
  private final FormatWishes wishes;
  private final ZoneId otherwise;

  FormatFinder(FileRequest request, FormatWishes wishes) {
    file = request.file();
    otherwise = request.zone();
    this.wishes = wishes;
  }

  /** Returns the layout; how numbers and dates are written is not looked at yet. */
  FileFormat layout() throws IOException {
    byte[] head = FileBytes.head(file, 4);
    if (FileBytes.isOldOffice(head)) {
      throw new UnusableFile(
          file.getFileName()
              + " is an old or an encrypted Excel file; save it as XLSX without a password");
    }
    return FileBytes.isZip(head) ? workbook() : text();
  }

  private FileFormat workbook() throws IOException {
    List<String> sheets = XlsxTable.sheets(file);
    Detected<String> sheet = wishes.sheet().map(Detected::given).orElseGet(() -> first(sheets));
    HeaderFinder header = new HeaderFinder();
    boolean since1904;
    try (Table table = new XlsxTable(file, sheet.value(), 1, XlsxMerges.NONE)) {
      since1904 = table.since1904();
      boolean more =
          header.add(1, table.header().stream().filter(h -> !h.startsWith("column ")).toList());
      for (TableRow row = table.next(); row != null && more; row = more ? table.next() : null) {
        more = header.add(row.lineNo(), texts(row));
      }
    }
    return new FileFormat(
        true,
        Detected.given("UTF-8"),
        Detected.given(','),
        sheets,
        sheet,
        headerLine(header),
        ANY_NUMBERS,
        ANY_DATES,
        zone(),
        since1904);
  }

  private Detected<String> first(List<String> sheets) {
    if (sheets.isEmpty()) {
      throw new UnusableFile(file.getFileName() + " has no sheet that can be seen");
    }
    return sheets.size() == 1
        ? new Detected<>(sheets.get(0), Sureness.CERTAIN, "it is the only sheet")
        : new Detected<>(sheets.get(0), Sureness.LIKELY, "it is the first of " + sheets.size());
  }

  /** A row that is wider than the first one is broken for the table, and joined by commas. */
  private static List<String> texts(TableRow row) {
    return row.isBroken() ? List.of(row.raw().split(",")) : row.texts();
  }

  private FileFormat text() throws IOException {
    Detected<String> encoding =
        wishes.encoding().isPresent()
            ? Detected.given(EncodingFinder.requireKnown(wishes.encoding().get()))
            : EncodingFinder.find(file);
    DelimiterFinder finder = new DelimiterFinder(file, Charset.forName(encoding.value()));
    Detected<Character> delimiter =
        wishes.delimiter().isPresent() ? Detected.given(wishes.delimiter().get()) : finder.find();
    HeaderFinder header = new HeaderFinder();
    int fields = finder.fields(delimiter.value());
    try (CsvRecords records =
        new CsvRecords(
            new PhysicalLines(file, Charset.forName(encoding.value())),
            delimiter.value(),
            fields)) {
      boolean more = true;
      for (CsvRecord record = records.next(); record != null && more; ) {
        more = header.add(record.lineNo(), texts(record));
        record = records.next();
      }
    }
    return new FileFormat(
        false,
        encoding,
        delimiter,
        List.of(),
        Detected.given(""),
        headerLine(header),
        ANY_NUMBERS,
        ANY_DATES,
        zone(),
        false);
  }

  private static List<String> texts(CsvRecord record) {
    boolean separator = record.lineNo() == 1 && SeparatorLine.of(record.text()).isPresent();
    return separator || record.isBroken() ? List.of() : record.fields();
  }

  private Detected<Integer> headerLine(HeaderFinder header) {
    return wishes.headerLine().map(Detected::given).orElseGet(header::find);
  }

  private Detected<ZoneId> zone() {
    return wishes
        .answer("zone")
        .map(zone -> Detected.given(ZoneId.of(zone)))
        .orElseGet(() -> new Detected<>(otherwise, Sureness.LIKELY, "it is that of the schedule"));
  }
}

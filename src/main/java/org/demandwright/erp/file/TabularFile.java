package org.demandwright.erp.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.erp.DateForm;
import org.demandwright.erp.Detected;
import org.demandwright.erp.FileColumn;
import org.demandwright.erp.FileFormat;
import org.demandwright.erp.FileInspection;
import org.demandwright.erp.FileInspection.PreviewRow;
import org.demandwright.erp.FileRequest;
import org.demandwright.erp.FormatWishes;
import org.demandwright.erp.MappingProfile;
import org.demandwright.erp.NumberForm;
import org.demandwright.erp.Numbering;
import org.demandwright.erp.UnusableFile;

/** One file with everything that has been found out about it. */
final class TabularFile {
  private static final int SAMPLED_ROWS = 2_000;
  private static final int PREVIEWED_ROWS = 20;

  private final FileRequest request;
  private final Optional<MappingProfile> known;
  private final FileFormat format;
  private final List<String> header;
  private final Map<String, Detected<FileColumn>> mapping;

  private TabularFile(
      FileRequest request,
      Optional<MappingProfile> known,
      FileFormat format,
      List<String> header,
      Map<String, Detected<FileColumn>> mapping) {
    this.request = request;
    this.known = known;
    this.format = format;
    this.header = header;
    this.mapping = mapping;
  }

  static TabularFile of(FileRequest request) throws IOException {
    FileFormat layout = new FormatFinder(request.file(), request.wishes()).layout();
    List<String> header = header(request, layout);
    Optional<MappingProfile> known = profile(request, header);
    if (known.isPresent() && known.get().format().saysLayout()) {
      FormatWishes wishes = request.wishes().or(known.get().format());
      layout = new FormatFinder(request.file(), wishes).layout();
    }
    Map<String, Detected<FileColumn>> mapping = mapping(request, known, header);
    TabularFile draft = new TabularFile(request, known, layout, header, mapping);
    return new TabularFile(request, known, draft.withForms(), header, mapping);
  }

  private static List<String> header(FileRequest request, FileFormat format) throws IOException {
    try (Table table = open(request, format)) {
      List<String> header = table.header();
      if (header.isEmpty()) {
        throw new UnusableFile(request.name() + " is empty; export it again");
      }
      if (header.size() > Table.MOST_COLUMNS) {
        throw new UnusableFile(
            "%s has %d columns, at most %d can be read; is %s its delimiter?"
                .formatted(
                    request.name(),
                    header.size(),
                    Table.MOST_COLUMNS,
                    format.delimiter().value() == '\t' ? "a tab" : format.delimiter().value()));
      }
      return header;
    }
  }

  private static Table open(FileRequest request, FileFormat format) throws IOException {
    return format.workbook()
        ? new XlsxTable(request.file(), format.sheet().value(), format.headerLine().value())
        : new CsvTable(request.file(), format);
  }

  private static Optional<MappingProfile> profile(FileRequest request, List<String> header) {
    return Stream.concat(request.profiles().stream(), MappingProfile.builtIn().stream())
        .filter(profile -> profile.kind() == request.kind() && profile.fits(header))
        .findFirst();
  }

  private static Map<String, Detected<FileColumn>> mapping(
      FileRequest request, Optional<MappingProfile> known, List<String> header) {
    Map<String, Detected<FileColumn>> mapping = new LinkedHashMap<>();
    Map<String, Detected<FileColumn>> proposed = HeadingWords.propose(header, request.kind());
    for (String heading : header) {
      FileColumn said = request.mapping().get(heading);
      Detected<FileColumn> otherwise =
          known.map(p -> Detected.given(p.headings().get(heading))).orElse(proposed.get(heading));
      mapping.put(heading, said == null ? otherwise : Detected.given(said));
    }
    for (String heading : request.mapping().keySet()) {
      if (!mapping.containsKey(heading)) {
        throw new UnusableFile(
            request.name() + " has no heading \"" + heading + "\"; it has " + shown(header));
      }
    }
    return mapping;
  }

  private static String shown(List<String> header) {
    String text = String.join(",", header).replaceAll("\\p{Cntrl}", "?");
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  /** Returns the format with the forms of numbers and dates, which the mapped columns tell. */
  private FileFormat withForms() throws IOException {
    FormatWishes wishes = known.map(p -> request.wishes().or(p.format())).orElse(request.wishes());
    Map<FileColumn.Type, List<String>> texts = sampleTexts();
    Detected<NumberForm> numbers =
        wishes
            .numbers()
            .map(Detected::given)
            .orElseGet(() -> ValueForms.numbers(texts.get(FileColumn.Type.NUMBER)));
    Detected<DateForm> dates =
        wishes
            .dates()
            .map(Detected::given)
            .orElseGet(() -> ValueForms.dates(texts.get(FileColumn.Type.DAY)));
    return new FileFormat(
        format.workbook(),
        format.encoding(),
        format.delimiter(),
        format.sheets(),
        format.sheet(),
        format.headerLine(),
        numbers,
        dates);
  }

  private Map<FileColumn.Type, List<String>> sampleTexts() throws IOException {
    Map<FileColumn.Type, List<String>> texts = new EnumMap<>(FileColumn.Type.class);
    for (FileColumn.Type type : FileColumn.Type.values()) {
      texts.put(type, new ArrayList<>());
    }
    try (Table table = open()) {
      int rows = 0;
      for (TableRow row = table.next(); row != null && rows < SAMPLED_ROWS; row = table.next()) {
        rows++;
        if (!row.isBroken()) {
          collect(row, texts);
        }
      }
    }
    return texts;
  }

  private void collect(TableRow row, Map<FileColumn.Type, List<String>> texts) {
    for (int i = 0; i < header.size(); i++) {
      FileColumn column = mapping.get(header.get(i)).value();
      Cell cell = row.cells().get(i);
      if (column != FileColumn.IGNORED && !cell.typed() && !cell.isBlank()) {
        texts.get(column.type()).add(cell.text());
      }
    }
  }

  Table open() throws IOException {
    return open(request, format);
  }

  /**
   * Returns how to read the file. Refuses it, with the questions, while something is to be said.
   */
  Reading reading() {
    List<String> questions = inspection(List.of()).questions();
    if (!questions.isEmpty()) {
      throw new UnusableFile(
          request.name()
              + " begins with the header "
              + shown(header)
              + " and cannot be read before this is said:\n  "
              + String.join("\n  ", questions));
    }
    return draftReading();
  }

  private Reading draftReading() {
    return new Reading(format, effective(), header, Numbering.ONCE);
  }

  /** Returns the profile by which the rows are read: the known one unless somebody overrules it. */
  private MappingProfile effective() {
    Map<String, FileColumn> headings = inspection(List.of()).headings();
    Optional<MappingProfile> unchanged = known.filter(p -> headings.equals(headingsOf(p)));
    return unchanged.orElseGet(
        () -> MappingProfile.made("mapping by hand", request.kind(), headings, request.wishes()));
  }

  private Map<String, FileColumn> headingsOf(MappingProfile profile) {
    Map<String, FileColumn> headings = new LinkedHashMap<>();
    header.forEach(heading -> headings.put(heading, profile.headings().get(heading)));
    return headings;
  }

  FileInspection inspection() throws IOException {
    FileInspection asked = inspection(List.of());
    return asked.missing().isEmpty() && !twice(asked) ? inspection(preview()) : asked;
  }

  private static boolean twice(FileInspection asked) {
    List<FileColumn> columns =
        asked.headings().values().stream()
            .filter(c -> c != FileColumn.IGNORED && c != FileColumn.SIGNAL_VALUE)
            .toList();
    return columns.size() != columns.stream().distinct().count();
  }

  private FileInspection inspection(List<PreviewRow> preview) {
    List<FileColumn> missing =
        FileColumn.needed(request.kind()).stream()
            .filter(c -> mapping.values().stream().noneMatch(m -> m.value() == c))
            .toList();
    Optional<String> profile =
        known.filter(p -> request.mapping().isEmpty()).map(MappingProfile::name);
    return new FileInspection(
        request.kind(), format, header, mapping, profile, missing, List.of(), preview);
  }

  private List<PreviewRow> preview() throws IOException {
    List<PreviewRow> preview = new ArrayList<>();
    Reading reading = draftReading();
    RowReader<?> reader = RowReader.of(reading);
    Fields fields = new Fields(reading);
    try (Table table = open()) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        if (preview.size() == PREVIEWED_ROWS) {
          break;
        }
        preview.add(previewed(row, reader, fields));
      }
    }
    return preview;
  }

  private PreviewRow previewed(TableRow row, RowReader<?> reader, Fields fields) {
    Map<FileColumn, String> values = new LinkedHashMap<>();
    if (!row.isBroken()) {
      fields.take(row.cells());
      mapping.values().stream()
          .map(Detected::value)
          .filter(column -> column != FileColumn.IGNORED)
          .forEach(column -> values.put(column, shown(fields, column)));
    }
    try {
      reader.map(row);
      return new PreviewRow(row.lineNo(), values, Optional.empty());
    } catch (BadRow bad) {
      return new PreviewRow(row.lineNo(), values, Optional.of(bad.at(row.lineNo())));
    }
  }

  private static String shown(Fields fields, FileColumn column) {
    try {
      Object value =
          switch (column.type()) {
            case NUMBER ->
                Optional.ofNullable(fields.number(column)).map(n -> n.toPlainString()).orElse(null);
            case DAY ->
                Optional.ofNullable(fields.time(column))
                    .map(t -> t.toString().replace("T00:00", ""))
                    .orElse(null);
            case TEXT, FLAG -> fields.text(column);
          };
      return Objects.toString(value, "");
    } catch (BadRow bad) {
      return Objects.toString(fields.text(column), "");
    }
  }
}

package org.demandwright.file.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.file.DateForm;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileFormat;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileInspection.PreviewRow;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileQuestion;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.MappingProfile;
import org.demandwright.file.NumberForm;
import org.demandwright.file.Numbering;
import org.demandwright.file.UnusableFile;

/** One file with everything that has been found out about it. */
final class TabularFile {
  private static final int PREVIEWED_ROWS = 20;

  private final FileRequest request;
  private final Optional<MappingProfile> known;
  private final FileFormat format;
  private final List<String> header;
  private final Map<String, Detected<FileColumn>> mapping;
  private final Columns columns;
  private final XlsxMerges merges;
  private final FileEvidence evidence;
  private Optional<FileQuestion> numbering = Optional.empty();

  private TabularFile(
      FileRequest request,
      Optional<MappingProfile> known,
      FileFormat layout,
      List<String> header,
      Map<String, Detected<FileColumn>> mapping)
      throws IOException {
    this.request = request;
    this.known = known;
    this.header = header;
    this.mapping = mapping;
    columns =
        new Columns(
            request.kind(), header, mapping.values().stream().map(Detected::value).toList());
    merges =
        layout.workbook() ? XlsxMerges.of(request.file(), layout.sheet().value()) : XlsxMerges.NONE;
    try (Table table = open(request, layout, merges)) {
      evidence = FileEvidence.of(request.name(), table, columns, layout.zone().value());
    }
    format = layout.with(numbers(), dates(), evidence.dates().zone(layout.zone()));
  }

  static TabularFile of(FileRequest request) throws IOException {
    FileFormat layout = new FormatFinder(request, request.wishes()).layout();
    List<String> header = header(request, layout);
    Optional<MappingProfile> known = profile(request, header);
    if (known.isPresent() && known.get().format().saysLayout()) {
      FormatWishes wishes = request.wishes().or(known.get().format());
      layout = new FormatFinder(request, wishes).layout();
    }
    Map<String, Detected<FileColumn>> mapping = mapping(request, known, header, layout);
    TabularFile file = new TabularFile(request, known, layout, header, mapping);
    file.numbering = file.findNumbering();
    return file;
  }

  /** Looks at the numbers of documents, once everything else is known. */
  private Optional<FileQuestion> findNumbering() throws IOException {
    boolean open =
        request.kind() == FileKind.ORDER_LINES
            && wishes().answer(Numbering.KEY).isEmpty()
            && inspection(List.of()).questions().isEmpty();
    return open ? NumberingFinder.question(this::rows, draftReading()) : Optional.empty();
  }

  private static List<String> header(FileRequest request, FileFormat format) throws IOException {
    try (Table table = open(request, format, XlsxMerges.NONE)) {
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

  private static Table open(FileRequest request, FileFormat format, XlsxMerges merges)
      throws IOException {
    return format.workbook()
        ? new XlsxTable(request.file(), format.sheet().value(), format.headerLine().value(), merges)
        : new CsvTable(request.file(), format);
  }

  private static Optional<MappingProfile> profile(FileRequest request, List<String> header) {
    return Stream.concat(request.profiles().stream(), MappingProfile.builtIn().stream())
        .filter(profile -> profile.kind() == request.kind() && profile.fits(header))
        .findFirst();
  }

  private static Map<String, Detected<FileColumn>> mapping(
      FileRequest request, Optional<MappingProfile> known, List<String> header, FileFormat layout)
      throws IOException {
    Map<String, Detected<FileColumn>> mapping = new LinkedHashMap<>();
    Map<String, Detected<FileColumn>> proposed =
        known.isPresent() ? Map.of() : proposed(request, header, layout);
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

  private static Map<String, Detected<FileColumn>> proposed(
      FileRequest request, List<String> header, FileFormat layout) throws IOException {
    try (Table rows = open(request, layout, XlsxMerges.NONE)) {
      return HeadingWords.settled(
          HeadingValues.judged(HeadingWords.propose(header, request.kind()), rows), request.kind());
    }
  }

  private static String shown(List<String> header) {
    String text = String.join(",", header).replaceAll("\\p{Cntrl}", "?");
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private FormatWishes wishes() {
    return known.map(p -> request.wishes().or(p.format())).orElse(request.wishes());
  }

  private Detected<NumberForm> numbers() {
    NumberEvidence texts = evidence.numbers();
    if (request.wishes().numbers().isPresent()) {
      return Detected.given(request.wishes().numbers().get());
    }
    boolean ours = known.filter(MappingProfile.builtIn()::contains).isPresent();
    return wishes()
        .numbers()
        .map(said -> texts.held(said, ours))
        .orElseGet(() -> unlessNone(texts.found(), FileColumn.Type.NUMBER));
  }

  private Detected<DateForm> dates() {
    DateEvidence texts = evidence.dates();
    if (request.wishes().dates().isPresent()) {
      return Detected.given(request.wishes().dates().get());
    }
    return wishes()
        .dates()
        .map(texts::held)
        .orElseGet(() -> unlessNone(texts.found(), FileColumn.Type.DAY));
  }

  /** Where a needed column holds nothing that is read, its own question asks for the form, too. */
  private <T> Detected<T> unlessNone(Detected<T> found, FileColumn.Type type) {
    Optional<UnreadTexts> none =
        evidence.unread().values().stream()
            .filter(texts -> texts.column().type() == type && texts.allUnread())
            .findFirst();
    return none.map(texts -> new Detected<>(found.value(), Sureness.ASK, texts.words()))
        .orElse(found);
  }

  /** Returns what the rows raise beside the form and the headings, and nobody has answered. */
  private List<FileQuestion> further() {
    List<FileQuestion> further = new ArrayList<>();
    evidence.above().question().ifPresent(further::add);
    evidence.unread().values().stream()
        .filter(texts -> !texts.allUnread() || held(texts.column().type()))
        .flatMap(texts -> texts.question().stream())
        .forEach(further::add);
    numbering.ifPresent(further::add);
    further.removeIf(question -> wishes().answer(question.key()).isPresent());
    return further;
  }

  /** Returns whether a profile says the form of such values, so that it was not asked for. */
  private boolean held(FileColumn.Type type) {
    FormatWishes asked = request.wishes();
    return type == FileColumn.Type.NUMBER
        ? asked.numbers().isEmpty() && wishes().numbers().isPresent()
        : asked.dates().isEmpty() && wishes().dates().isPresent();
  }

  /** Opens the rows of the file, with what is to be taken from the ones above. */
  DataRows rows() throws IOException {
    boolean above = wishes().answer(AboveEvidence.KEY).filter("YES"::equals).isPresent();
    return new DataRows(
        open(request, format, merges), columns, above ? evidence.above().found() : Set.of());
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
    return new Reading(format, effective(), header, Numbering.of(wishes()));
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
        request.kind(),
        format,
        header,
        mapping,
        profile,
        missing,
        further(),
        wishes().answers(),
        evidence.lines(),
        preview);
  }

  private List<PreviewRow> preview() throws IOException {
    List<PreviewRow> preview = new ArrayList<>();
    Reading reading = draftReading();
    RowReader<?> reader = RowReader.of(reading);
    Fields fields = new Fields(reading);
    try (DataRows rows = rows()) {
      for (TableRow row = rows.next(); row != null; row = rows.next()) {
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

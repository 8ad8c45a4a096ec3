package org.demandwright.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found out about a file, for a person to confirm or to overrule.
 *
 * @param header its headings
 * @param mapping what each heading means, in the order of the file
 * @param profile the profile that knows this header
 * @param missing columns that are needed and that no heading means
 * @param further what else the rows of the file raise and nobody has answered
 * @param answers what was answered to such questions
 * @param lines what the lines of the file are; those of rows are not tried yet
 * @param preview the first rows as they are read
 */
public record FileInspection(
    FileKind kind,
    FileFormat format,
    List<String> header,
    Map<String, Detected<FileColumn>> mapping,
    Optional<String> profile,
    List<FileColumn> missing,
    List<FileQuestion> further,
    Map<String, String> answers,
    LineCounts lines,
    List<PreviewRow> preview) {

  public FileInspection {
    header = List.copyOf(header);
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    missing = List.copyOf(missing);
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    further = List.copyOf(further);
    preview = List.copyOf(preview);
  }

  /**
   * One row as it is read.
   *
   * @param values by column, in our own format
   * @param error why it cannot be read
   */
  public record PreviewRow(long lineNo, Map<FileColumn, String> values, Optional<RowError> error) {
    public PreviewRow {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** Returns what has to be answered before the file can be read, empty where nothing has. */
  public List<FileQuestion> asked() {
    List<FileQuestion> asked = new ArrayList<>(format.questions());
    List<String> columns = FileColumn.of(kind).stream().map(FileColumn::heading).toList();
    mapping.forEach(
        (heading, column) -> {
          if (column.asks()) {
            asked.add(new FileQuestion("mapping of \"" + heading + "\"", column.why(), columns));
          }
        });
    missing.forEach(
        column ->
            asked.add(
                new FileQuestion(
                    "mapping",
                    "no heading means " + column.heading() + "; say which one does",
                    header)));
    asked.addAll(further);
    return asked;
  }

  /** Returns the questions as lines. */
  public List<String> questions() {
    return asked().stream().map(FileQuestion::line).toList();
  }

  /** Returns the meaning of each heading. */
  public Map<String, FileColumn> headings() {
    Map<String, FileColumn> headings = new LinkedHashMap<>();
    mapping.forEach((heading, column) -> headings.put(heading, column.value()));
    return headings;
  }
}

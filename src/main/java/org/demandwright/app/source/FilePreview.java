package org.demandwright.app.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Wordbook;
import org.demandwright.file.Detected;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileFormat;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileQuestion;

/**
 * What was found out about a file.
 *
 * @param profile the mapping profile that knew its header, empty for none
 * @param format each part of the form, in the words of {@link FileAnswers#format}
 * @param sheets of a workbook
 * @param headings what each means, in the order of the file
 * @param columns names of the columns that a heading may mean
 * @param questions what has to be answered before the file can be read, each as one line
 * @param asked the same with the key of each answer and the choices there are
 * @param lines how many physical lines of the file are of each class; DATA those of its rows
 * @param rows the first rows as they are read
 */
public record FilePreview(
    String profile,
    List<Finding> format,
    List<String> sheets,
    List<Finding> headings,
    List<String> columns,
    List<String> questions,
    List<FileQuestion> asked,
    Map<String, Long> lines,
    List<Row> rows) {

  /** A finding: GIVEN, CERTAIN, LIKELY or ASK, and why. */
  public record Finding(String name, String value, Detected.Sureness sureness, String why) {}

  /**
   * One row as it is read.
   *
   * @param values by column
   * @param wrong why it cannot be read, empty where it can
   */
  public record Row(long line, Map<String, String> values, String wrong) {}

  static FilePreview of(FileInspection found) {
    List<Finding> headings = new ArrayList<>();
    found
        .mapping()
        .forEach(
            (heading, column) -> headings.add(finding(heading, column, column.value().heading())));
    return new FilePreview(
        found.profile().orElse(""),
        form(found),
        found.format().sheets(),
        headings,
        FileColumn.of(found.kind()).stream().map(FileColumn::heading).toList(),
        found.questions(),
        found.asked(),
        FileReport.classes(found.lines()),
        found.preview().stream().map(FilePreview::row).toList());
  }

  private static Row row(FileInspection.PreviewRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    row.values().forEach((column, value) -> values.put(column.heading(), value));
    return new Row(
        row.lineNo(), values, row.error().map(e -> Wordbook.english().say(e.wrong())).orElse(""));
  }

  private static List<Finding> form(FileInspection found) {
    FileFormat format = found.format();
    List<Finding> form = new ArrayList<>();
    if (format.workbook()) {
      form.add(finding("sheet", format.sheet(), format.sheet().value()));
    } else {
      form.add(finding("encoding", format.encoding(), format.encoding().value()));
      char delimiter = format.delimiter().value();
      form.add(
          finding(
              "delimiter",
              format.delimiter(),
              delimiter == '\t' ? "tab" : String.valueOf(delimiter)));
    }
    form.add(finding("headerLine", format.headerLine(), format.headerLine().value().toString()));
    form.add(finding("numbers", format.numbers(), format.numbers().value().name()));
    form.add(finding("dates", format.dates(), format.dates().value().name()));
    if (format.zone().sureness() != Detected.Sureness.CERTAIN) {
      form.add(finding("zone", format.zone(), format.zone().value().getId()));
    }
    found.answers().entrySet().stream()
        .filter(said -> !said.getKey().equals("zone"))
        .map(said -> finding(said.getKey(), Detected.given(said.getValue()), said.getValue()))
        .forEach(form::add);
    return form;
  }

  private static Finding finding(String name, Detected<?> found, String value) {
    return new Finding(name, value, found.sureness(), found.why());
  }
}

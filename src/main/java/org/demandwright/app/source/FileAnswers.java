package org.demandwright.app.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.demandwright.app.Refused;
import org.demandwright.file.DateForm;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileKind;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.NumberForm;
import org.demandwright.file.Numbering;

/**
 * What somebody says about a file; empty maps let everything be found out.
 *
 * @param format any of {@code encoding}, {@code delimiter} (a character or {@code tab}), {@code
 *     sheet}, {@code headerLine}, {@code numbers} (POINT, COMMA), {@code dates} (YMD, DMY, MDY),
 *     and answers to further questions by their keys
 * @param mapping column of our own format, or {@code -}, for each heading that is not to be left to
 *     the proposal
 */
public record FileAnswers(Map<String, String> format, Map<String, String> mapping) {
  private static final List<String> FORM =
      List.of("encoding", "delimiter", "sheet", "headerLine", "numbers", "dates");

  /** Answers to the questions that the rows of a file may raise, by their keys. */
  private static final Map<String, List<String>> FURTHER =
      Map.of(
          "above",
          List.of("YES", "NO"),
          Numbering.KEY,
          List.of(Numbering.ONCE.name(), Numbering.YEARLY.name()),
          "unread:order_date",
          List.of("QUARANTINE"),
          "unread:quantity",
          List.of("QUARANTINE"),
          "unread:day",
          List.of("QUARANTINE"),
          "unread:value",
          List.of("QUARANTINE"));

  private static final String ZONE = "zone";

  private static final FileAnswers NONE = new FileAnswers(Map.of(), Map.of());

  public FileAnswers {
    format = Collections.unmodifiableMap(new LinkedHashMap<>(format));
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
  }

  /** Returns no answers. */
  public static FileAnswers none() {
    return NONE;
  }

  FormatWishes wishes() {
    return new FormatWishes(
        said("encoding", text -> text),
        said("delimiter", FileAnswers::delimiter),
        said("sheet", text -> text),
        said("headerLine", FileAnswers::line),
        said("numbers", text -> constant(NumberForm.class, "numbers", text)),
        said("dates", text -> constant(DateForm.class, "dates", text)),
        further());
  }

  /** Returns the answers beside the form; refuses what answers nothing. */
  private Map<String, String> further() {
    Map<String, String> further = new LinkedHashMap<>();
    format.forEach(
        (name, text) -> {
          if (!FORM.contains(name) && !text.isBlank()) {
            further.put(name, name.equals(ZONE) ? zone(text) : choice(name, text));
          }
        });
    return further;
  }

  private static String choice(String name, String text) {
    String answer = text.strip().toUpperCase(Locale.ROOT);
    List<String> choices = FURTHER.get(name);
    if (choices == null) {
      throw invalid(
          "\"%s\" is nothing of a file's form; known: %s, and answers to %s"
              .formatted(name, FORM, new TreeSet<>(FURTHER.keySet())));
    }
    if (!choices.contains(answer)) {
      throw invalid("%s cannot be \"%s\"; it is one of %s".formatted(name, text, choices));
    }
    return answer;
  }

  private static String zone(String text) {
    try {
      return ZoneId.of(text.strip()).getId();
    } catch (DateTimeException e) {
      throw invalid("zone cannot be \"" + text + "\"; give a name such as Europe/Berlin, or UTC");
    }
  }

  private <T> Optional<T> said(String name, Function<String, T> reading) {
    return Optional.ofNullable(format.get(name)).filter(text -> !text.isEmpty()).map(reading);
  }

  private static Character delimiter(String text) {
    if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || text.equals("\"") || text.equals("\n") || text.equals("\r")) {
      throw invalid("delimiter cannot be \"" + text + "\"; give one character, or tab");
    }
    return text.charAt(0);
  }

  private static Integer line(String text) {
    try {
      int line = Integer.parseInt(text);
      if (line >= 1) {
        return line;
      }
    } catch (NumberFormatException e) {
      throw invalid("headerLine cannot be \"" + text + "\"; lines are counted from 1");
    }
    throw invalid("headerLine cannot be " + text + "; lines are counted from 1");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
    try {
      return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(
          "%s cannot be \"%s\"; it is one of %s"
              .formatted(name, text, List.of(type.getEnumConstants())));
    }
  }

  Map<String, FileColumn> columns(FileKind kind) {
    Map<String, FileColumn> columns = new LinkedHashMap<>();
    mapping.forEach((heading, name) -> columns.put(heading, column(kind, heading, name)));
    return columns;
  }

  private static FileColumn column(FileKind kind, String heading, String name) {
    return FileColumn.named(name)
        .filter(FileColumn.of(kind)::contains)
        .orElseThrow(
            () ->
                invalid(
                    "\"%s\" cannot be mapped to \"%s\"; it is one of %s"
                        .formatted(
                            heading,
                            name,
                            FileColumn.of(kind).stream().map(FileColumn::heading).toList())));
  }

  private static Refused invalid(String words) {
    return new Refused(Refused.Kind.INVALID, words + ".");
  }
}

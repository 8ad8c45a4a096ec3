package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileKind;

/** Proposes what headings mean, from what such columns are called in several languages. */
final class HeadingWords {
  private static final Map<String, FileColumn> WORDS = read();
  private static final int LEAST_PART = 4;
  private static final int LONGEST = 80;

  private HeadingWords() {}

  private static Map<String, FileColumn> read() {
    Properties properties = new Properties();
    try (InputStream in = HeadingWords.class.getResourceAsStream("headings.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("headings.properties cannot be read from the class path", e);
    }
    Map<String, FileColumn> words = new HashMap<>();
    for (String heading : properties.stringPropertyNames()) {
      FileColumn column = FileColumn.named(heading).orElseThrow();
      for (String word : properties.getProperty(heading).split(",")) {
        FileColumn other = words.putIfAbsent(plain(word), column);
        if (other != null && other != column) {
          throw new IllegalStateException(
              "headings.properties: \"" + word + "\" means " + other + " and " + column);
        }
      }
    }
    return words;
  }

  /**
   * Returns a heading in lower case without accents and without anything but letters and digits.
   */
  static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Returns whether a text is what some column is usually called. */
  static boolean isUsual(String text) {
    return !text.isBlank() && text.length() <= LONGEST && WORDS.containsKey(plain(text));
  }

  /** Returns what each heading means by its words; two may mean the same. */
  static Map<String, Detected<FileColumn>> propose(List<String> header, FileKind kind) {
    Map<String, Detected<FileColumn>> proposed = new LinkedHashMap<>();
    for (String heading : header) {
      proposed.put(heading, propose(heading, kind));
    }
    return proposed;
  }

  /**
   * Returns what each heading probably means. Of two headings that mean the same, neither is taken
   * for granted: the first is proposed and has to be confirmed.
   */
  static Map<String, Detected<FileColumn>> settled(
      Map<String, Detected<FileColumn>> proposed, FileKind kind) {
    Map<String, Detected<FileColumn>> settled = new LinkedHashMap<>(proposed);
    for (FileColumn column : FileColumn.of(kind)) {
      settle(settled, column);
    }
    return settled;
  }

  private static void settle(Map<String, Detected<FileColumn>> proposed, FileColumn column) {
    if (column == FileColumn.IGNORED || column == FileColumn.SIGNAL_VALUE) {
      return;
    }
    List<String> same =
        proposed.entrySet().stream()
            .filter(e -> e.getValue().value() == column)
            .map(Map.Entry::getKey)
            .toList();
    List<String> exact =
        same.stream().filter(h -> proposed.get(h).sureness() == Sureness.CERTAIN).toList();
    List<String> rivals = exact.isEmpty() ? same : exact;
    for (String heading : same) {
      if (rivals.size() > 1 && heading.equals(rivals.get(0))) {
        proposed.put(heading, ask(column, rivals));
      } else if (!heading.equals(rivals.get(0))) {
        proposed.put(
            heading, ignored("another heading means " + column.heading() + " more surely"));
      }
    }
  }

  private static Detected<FileColumn> ask(FileColumn column, List<String> rivals) {
    String names = rivals.stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(" and "));
    return new Detected<>(
        column,
        Sureness.ASK,
        names + " may all mean " + column.heading() + "; say which one does, and - for the others");
  }

  private static Detected<FileColumn> propose(String heading, FileKind kind) {
    String bare = heading.replaceAll(" \\(\\d+\\)$", "");
    String plain = plain(bare);
    Optional<FileColumn> exact =
        fitting(WORDS.get(plain), kind).or(() -> fitting(HeadingPath.meaning(bare, WORDS), kind));
    if (exact.isPresent()) {
      return new Detected<>(
          exact.get(), Sureness.CERTAIN, "\"" + heading + "\" is a usual name of it");
    }
    Set<FileColumn> parts =
        WORDS.entrySet().stream()
            .filter(e -> e.getKey().length() >= LEAST_PART && plain.contains(e.getKey()))
            .flatMap(e -> fitting(e.getValue(), kind).stream())
            .collect(Collectors.toSet());
    return parts.size() == 1
        ? new Detected<>(parts.iterator().next(), Sureness.LIKELY, "its heading contains the name")
        : ignored("its heading says nothing that is known");
  }

  /** A day may be what an order date is called, and the other way round. */
  private static Optional<FileColumn> fitting(FileColumn column, FileKind kind) {
    FileColumn meant =
        kind == FileKind.SIGNALS && column == FileColumn.ORDER_DATE
            ? FileColumn.SIGNAL_DAY
            : kind == FileKind.ORDER_LINES && column == FileColumn.SIGNAL_DAY
                ? FileColumn.ORDER_DATE
                : column;
    return Optional.ofNullable(meant).filter(FileColumn.of(kind)::contains);
  }

  private static Detected<FileColumn> ignored(String why) {
    return new Detected<>(FileColumn.IGNORED, Sureness.LIKELY, why);
  }
}

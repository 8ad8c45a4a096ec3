package org.demandwright.file.tabular;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileQuestion;

/**
 * The texts of a needed column that are read in no form. Where most of them look alike it is not
 * that somebody mistyped a value: the file is written in a way that is not known, and one question
 * is worth more than a quarantine full of rows.
 */
final class UnreadTexts {
  static final String PREFIX = "unread:";
  static final String QUARANTINE = "QUARANTINE";
  private static final int MOST_SHAPES = 1_000;

  private final FileColumn column;
  private final String heading;
  private final Map<String, Witnesses> shapes = new HashMap<>();
  private long texts;
  private long unread;

  UnreadTexts(FileColumn column, String heading) {
    this.column = column;
    this.heading = heading;
  }

  void add(String text, boolean read) {
    texts++;
    if (!read) {
      unread++;
      String shape = shape(text);
      if (shapes.size() < MOST_SHAPES || shapes.containsKey(shape)) {
        shapes.computeIfAbsent(shape, s -> new Witnesses()).add(text);
      }
    }
  }

  /** Returns what a text looks like: any number is a 9, any word an a. */
  static String shape(String text) {
    return text.strip()
        .replaceAll("\\p{N}+", "9")
        .replaceAll("\\p{L}[\\p{L}\\p{M}]*", "a")
        .replaceAll("\\s+", " ");
  }

  /** Returns whether there are texts, and none of them is read. */
  boolean allUnread() {
    return texts > 0 && unread == texts;
  }

  /** Returns that there is none, for a column of which no text is read. */
  String words() {
    String example = shapes.values().stream().findFirst().map(Witnesses::first).orElse("");
    return "none of %d texts of \"%s\" is a %s, such as \"%s\"; say which other heading means %s, write"
            .formatted(texts, heading, kind(), example, column.heading())
        + " them otherwise, or say any form to leave their rows out";
  }

  private String kind() {
    return column.type() == FileColumn.Type.DAY ? "date" : "number";
  }

  FileColumn column() {
    return column;
  }

  /** Returns what is to be asked, empty where the texts that are not read have little in common. */
  Optional<FileQuestion> question() {
    Optional<Witnesses> most =
        shapes.values().stream().max(Comparator.comparingLong(Witnesses::count));
    return most.filter(m -> m.count() > 1 && 2 * m.count() > unread).map(this::question);
  }

  private FileQuestion question(Witnesses most) {
    return new FileQuestion(
        PREFIX + column.heading(),
        "%d of %d texts of \"%s\" are no %ss, %d of them look like \"%s\"; say %s to leave their rows"
                .formatted(unread, texts, heading, kind(), most.count(), most.first(), QUARANTINE)
            + " out, write them otherwise, or say which other heading means "
            + column.heading(),
        List.of(QUARANTINE));
  }
}

package org.demandwright.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a file are. */
public enum FileKind {
  /** Lines of orders, invoices or returns. */
  ORDER_LINES,
  /** Values per item and day that are known beside the demand, such as page views. */
  SIGNALS;

  /** Returns the kind of a word, as {@link #word} or as the name; empty where there is none. */
  public static Optional<FileKind> named(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Returns the word for it that people write, such as {@code order-lines}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

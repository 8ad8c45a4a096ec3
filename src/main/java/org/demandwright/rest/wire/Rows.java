package org.demandwright.rest.wire;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.app.Refused;

/**
 * The body of a request that holds many records: one list in JSON, or a record a line ({@value
 * #NDJSON}). It is read record by record, and one that is wrong does not touch the others.
 *
 * <p>What can be closed is left open by Jersey when the resource is called, which then reads.
 */
public final class Rows<R extends Record> implements Closeable {
  /** The media type of a record a line. */
  public static final String NDJSON = "application/x-ndjson";

  /** Characters of one record; nobody needs more. */
  static final int MOST_CHARACTERS = 16_384;

  private static final int END = -1;

  private final Class<R> type;
  private final boolean lines;
  private final Reader text;
  private final List<Row<R>> rows = new ArrayList<>();

  /**
   * @param lines whether there is a record a line, or else one list
   */
  Rows(Class<R> type, InputStream body, boolean lines) {
    this.type = type;
    this.lines = lines;
    this.text =
        new BufferedReader(
            new InputStreamReader(new Bounded(body), StandardCharsets.UTF_8.newDecoder()));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /**
   * One record of the body.
   *
   * @param number its place, counted from 1
   * @param value null where it is wrong
   * @param field the member that is wrong, empty where it is the record as a whole
   * @param wrong what is wrong, null where nothing is
   */
  public record Row<R>(int number, R value, String field, String wrong) {}

  /**
   * Reads the body to its end.
   *
   * @param most so many records are taken
   * @throws Refused if there are more, or more bytes than a body may have
   * @throws BadBody if the body is no list, or does not end
   */
  public List<Row<R>> read(int most) throws IOException {
    try {
      if (lines) {
        readLines(most);
      } else {
        readList(most);
      }
      return rows;
    } catch (CharacterCodingException otherCharset) {
      throw new BadBody("#", "The body is not UTF-8", "");
    }
  }

  private void readLines(int most) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = text.read(); ; c = text.read()) {
      if (c != END && c != '\n') {
        append(line, c);
        continue;
      }
      if (!line.toString().isBlank()) {
        add(line.toString(), most);
      }
      line.setLength(0);
      if (c == END) {
        return;
      }
    }
  }

  private void readList(int most) throws IOException {
    if (afterBlanks() != '[') {
      throw new BadBody("#", "The body is no list in JSON", "[{…}, {…}]");
    }
    int c = afterBlanks();
    while (c != ']' || !rows.isEmpty()) {
      c = readElement(c, most);
      if (c == ']') {
        break;
      }
      c = afterBlanks();
    }
    if (afterBlanks() != END) {
      throw new BadBody("#", "Something stands behind the list", "");
    }
  }

  /** Reads one element and returns what ended it, a comma or the bracket of the list. */
  private int readElement(int first, int most) throws IOException {
    StringBuilder element = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int c = first; ; c = text.read()) {
      if (c == END) {
        throw new BadBody("#", "The list does not end: it was cut off", "");
      }
      if (!quoted && depth == 0 && (c == ',' || c == ']')) {
        add(element.toString(), most);
        return c;
      }
      append(element, c);
      if (quoted && c == '\\') {
        append(element, text.read());
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
  }

  private static void append(StringBuilder element, int c) {
    if (element.length() == MOST_CHARACTERS) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "A record of the body has more than %,d characters.".formatted(MOST_CHARACTERS));
    }
    if (c != END) {
      element.append((char) c);
    }
  }

  private int afterBlanks() throws IOException {
    int c = text.read();
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      c = text.read();
    }
    return c;
  }

  private void add(String element, int most) {
    int number = rows.size() + 1;
    if (number > most) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "The body has more than %,d records; send it in parts.".formatted(most));
    }
    try {
      if (element.isBlank()) {
        throw new BadBody("#", "There is no record between two commas", "");
      }
      rows.add(new Row<>(number, RecordBody.read(type, element), "", null));
    } catch (BadBody wrong) {
      rows.add(
          new Row<>(number, null, wrong.pointer().replaceFirst("^#/?", ""), wrong.getMessage()));
    }
  }

  /** Ends with a refusal where a body is too large. */
  private static final class Bounded extends FilterInputStream {
    private long left = Bodies.MOST_BYTES;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw Bodies.tooLarge();
      }
    }
  }
}

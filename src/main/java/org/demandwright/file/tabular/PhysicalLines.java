package org.demandwright.file.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a text file, plain or gzip. In a file of UTF-8 a line that is not is read as
 * Windows-1252, as older ERPs export, and counted. A line that is longer than {@value #LONGEST}
 * characters is given without its end, and {@link #cut} says so.
 */
final class PhysicalLines implements AutoCloseable {
  static final int LONGEST = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final BufferedReader reader;
  private final boolean utf8;
  private final Deque<Line> pushedBack = new ArrayDeque<>();
  private long lineNo;
  private long notUtf8;
  private Line last = new Line("", false);

  private record Line(String text, boolean cut) {}

  PhysicalLines(Path file, Charset encoding) throws IOException {
    utf8 = encoding.equals(StandardCharsets.UTF_8);
    InputStream bytes = FileBytes.unpacked(file);
    // Latin-1 keeps every byte as it is; each line is decoded on its own.
    Charset first = utf8 ? StandardCharsets.ISO_8859_1 : encoding;
    reader = new BufferedReader(new InputStreamReader(bytes, first), BUFFER);
  }

  /** Returns the next line, null at the end. */
  String next() throws IOException {
    Line line = pushedBack.isEmpty() ? read() : pushedBack.pop();
    if (line == null) {
      return null;
    }
    last = line;
    lineNo++;
    boolean marked = lineNo == 1 && line.text().startsWith("\uFEFF");
    return marked ? line.text().substring(1) : line.text();
  }

  private Line read() throws IOException {
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    boolean cut = false;
    StringBuilder line = new StringBuilder();
    for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
      if (line.length() < LONGEST) {
        line.append((char) c);
      } else {
        cut = true;
      }
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    return new Line(decoded(line.toString()), cut);
  }

  /** Gives the lines that were read last back, to be returned next and in the same order. */
  void pushBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      pushedBack.push(new Line(lines.get(i), i == lines.size() - 1 && last.cut()));
    }
    lineNo -= lines.size();
  }

  /** Returns the number of the line returned last, from 1. */
  long lineNo() {
    return lineNo;
  }

  /** Returns whether the line read last was too long to be kept. */
  boolean cut() {
    return last.cut();
  }

  long notUtf8() {
    return notUtf8;
  }

  private String decoded(String line) {
    if (!utf8 || isAscii(line)) {
      return line;
    }
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      notUtf8++;
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

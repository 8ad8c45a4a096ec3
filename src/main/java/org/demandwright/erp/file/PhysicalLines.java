package org.demandwright.erp.file;

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
  private final Deque<String> pushedBack = new ArrayDeque<>();
  private long lineNo;
  private long notUtf8;
  private boolean cut;

  PhysicalLines(Path file, Charset encoding) throws IOException {
    utf8 = encoding.equals(StandardCharsets.UTF_8);
    InputStream bytes = FileBytes.unpacked(file);
    // Latin-1 keeps every byte as it is; each line is decoded on its own.
    Charset first = utf8 ? StandardCharsets.ISO_8859_1 : encoding;
    reader = new BufferedReader(new InputStreamReader(bytes, first), BUFFER);
  }

  /** Returns the next line, null at the end. */
  String next() throws IOException {
    String line = pushedBack.isEmpty() ? decoded(read()) : pushedBack.pop();
    if (line != null) {
      lineNo++;
    }
    return line != null && lineNo == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private String read() throws IOException {
    cut = false;
    int c = reader.read();
    if (c < 0) {
      return null;
    }
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
    return line.toString();
  }

  /** Gives a line back, to be returned next. */
  void pushBack(String line) {
    pushedBack.push(line);
    lineNo--;
  }

  /** Returns the number of the line returned last, from 1. */
  long lineNo() {
    return lineNo;
  }

  /** Returns whether the line read last was too long to be kept. */
  boolean cut() {
    return cut;
  }

  long notUtf8() {
    return notUtf8;
  }

  private String decoded(String line) {
    if (line == null || !utf8 || isAscii(line)) {
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

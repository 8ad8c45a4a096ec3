package org.demandwright.erp.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a text file, plain or gzip, which is told from its first bytes. A line that is not
 * UTF-8 is read as Windows-1252, as older ERPs export, and counted.
 */
final class PhysicalLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final BufferedReader reader;
  private final Deque<String> pushedBack = new ArrayDeque<>();
  private long lineNo;
  private long notUtf8;

  PhysicalLines(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      InputStream text = gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
      // Latin-1 keeps every byte as it is; each line is decoded on its own.
      reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1), BUFFER);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Returns the next line, null at the end. */
  String next() throws IOException {
    String line = pushedBack.isEmpty() ? decoded(reader.readLine()) : pushedBack.pop();
    if (line != null) {
      lineNo++;
    }
    return line;
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

  long notUtf8() {
    return notUtf8;
  }

  private String decoded(String latin1) {
    if (latin1 == null || isAscii(latin1)) {
      return latin1;
    }
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
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

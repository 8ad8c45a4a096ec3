package org.demandwright.file.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.demandwright.file.UnusableFile;

/**
 * The bytes of a text file, as long as they are those of a table: a few packed megabytes may hold
 * gigabytes, or one line that never ends. Whoever reads beyond is stopped there and then.
 */
final class BoundedText extends FilterInputStream {
  /** A row of a table is shorter by far, bytes. */
  static final long LONGEST_LINE = 16L << 20;

  private final String name;
  private final long most;
  private long total;
  private long line;

  /**
   * @param name of the file
   * @param most bytes of the whole text
   */
  BoundedText(InputStream in, String name, long most) {
    super(in);
    this.name = name;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      take(c);
      bound();
    }
    return c;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    for (int i = from; i < from + n; i++) {
      take(buffer[i]);
    }
    bound();
    return n;
  }

  private void take(int c) {
    total++;
    line++;
    if (c == '\n' || c == '\r') {
      line = 0;
    }
  }

  private void bound() {
    if (total > most) {
      throw new UnusableFile(
          "%s: unpacked, it is larger than %d MB; split it into several files"
              .formatted(name, most >> 20));
    }
    if (line > LONGEST_LINE) {
      throw new UnusableFile(
          "%s has a line of more than %d MB; export it with one line for each row"
              .formatted(name, LONGEST_LINE >> 20));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

package org.demandwright.file.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** What a file is, told from its first bytes and not from its name. */
final class FileBytes {
  /** A table that is larger is not read, bytes when it is unpacked. */
  static final long MOST_UNPACKED = 4L << 30;

  private static final int BUFFER = 1 << 16;

  private FileBytes() {}

  /** Returns the first bytes of a file as they lie on disk. */
  static byte[] head(Path file, int most) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(most);
    }
  }

  /** Returns whether the file is a ZIP archive, as every XLSX is. */
  static boolean isZip(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** Returns whether the file is of the old binary kind of Excel, or encrypted. */
  static boolean isOldOffice(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xff) == 0xd0
        && (head[1] & 0xff) == 0xcf
        && head[2] == 0x11
        && (head[3] & 0xff) == 0xe0;
  }

  /**
   * Returns the bytes of a file, unpacked where it is gzip, as far as they are those of a table.
   */
  static InputStream unpacked(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      InputStream unpacked = gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
      return new BoundedText(unpacked, file.getFileName().toString(), MOST_UNPACKED);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Returns the SHA-256 of the file as it lies on disk. */
  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha256.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

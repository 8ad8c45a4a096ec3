package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.demandwright.file.UnusableFile;

/**
 * Unpacks every part of a workbook once, counts, and looks at its shape ({@link XmlBounds}), before
 * a parser sees it: a small archive may hold gigabytes, and what its directory says of their size
 * may be a lie.
 *
 * @param unpacked most bytes of all parts together
 * @param texts most bytes of a part that is kept in memory: any but a sheet
 */
record XlsxLimits(long unpacked, long texts) {
  static final XlsxLimits USUAL = new XlsxLimits(FileBytes.MOST_UNPACKED, 64L << 20);
  private static final String SHEETS = "xl/worksheets/";
  private static final int MOST_PARTS = 10_000;
  private static final int BUFFER = 1 << 16;

  /** The record at the end of an archive: its length without a comment, and where the count is. */
  private static final int END = 22;

  private static final int END_MARK = 0x06054b50;
  private static final int COUNT_AT = 10;
  private static final int LONGEST_COMMENT = 1 << 16;

  /** Refuses a workbook that is beyond the limits or is not whole. */
  void check(Path file) throws IOException {
    requireFewParts(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long total = 0;
      boolean workbook = false;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        long left = unpacked - total;
        long most = entry.getName().startsWith(SHEETS) ? left : Math.min(texts, left);
        total += count(file, zip, entry, most);
        workbook |= entry.getName().equals("xl/workbook.xml");
      }
      if (!workbook) {
        throw new UnusableFile(
            file.getFileName()
                + " is a ZIP archive and no XLSX workbook; unpack it, or save the table as XLSX"
                + " or CSV");
      }
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  private static UnusableFile damaged(Path file, Exception why) {
    return new UnusableFile(
        file.getFileName()
            + " is a workbook that is damaged or not whole; save it and send it again",
        why);
  }

  /** Counts before the archive is opened, which keeps the name of each part in memory. */
  private static void requireFewParts(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), END + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END; at >= 0; at--) {
        if (end.getInt(at) == END_MARK) {
          int parts = Short.toUnsignedInt(end.getShort(at + COUNT_AT));
          if (parts > MOST_PARTS) {
            throw new UnusableFile(
                "%s has more than %d parts, more than any workbook; save the table as XLSX or CSV"
                    .formatted(file.getFileName(), MOST_PARTS));
          }
          return;
        }
      }
      throw damaged(file, null);
    }
  }

  private static long count(Path file, ZipFile zip, ZipEntry entry, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    XmlBounds bounds = isXml(entry) ? new XmlBounds() : null;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > most) {
          throw new UnusableFile(
              "%s: unpacked, %s is larger than %d MB; split the table into several files, or save"
                      .formatted(file.getFileName(), entry.getName(), most >> 20)
                  + " it as CSV");
        }
        if (bounds != null) {
          watch(file, entry, bounds, buffer, n);
        }
      }
    }
    return bytes;
  }

  private static boolean isXml(ZipEntry entry) {
    return entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
  }

  private static void watch(
      Path file, ZipEntry entry, XmlBounds bounds, byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      String wrong = bounds.take(buffer[i]);
      if (!wrong.isEmpty()) {
        throw new UnusableFile(
            "%s: %s is no part of a usual workbook (%s); save the table as XLSX or CSV"
                .formatted(file.getFileName(), entry.getName(), wrong));
      }
    }
  }
}

package org.demandwright.file.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.demandwright.file.UnusableFile;

/**
 * Unpacks every part of a workbook once and counts, before a parser sees it: a small archive may
 * hold gigabytes, and what its directory says of their size may be a lie.
 *
 * @param unpacked most bytes of all parts together
 * @param texts most bytes of the shared texts, which are kept in memory
 */
record XlsxLimits(long unpacked, long texts) {
  static final XlsxLimits USUAL = new XlsxLimits(4L << 30, 256L << 20);
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final int BUFFER = 1 << 16;

  /** Refuses a workbook that is beyond the limits or is not whole. */
  void check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long total = 0;
      boolean workbook = false;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        long most = entry.getName().equals(TEXTS) ? texts : unpacked - total;
        total += count(file, zip, entry, Math.min(most, unpacked - total));
        workbook |= entry.getName().equals("xl/workbook.xml");
      }
      if (!workbook) {
        throw new UnusableFile(
            file.getFileName()
                + " is a ZIP archive and no XLSX workbook; unpack it, or save the table as XLSX"
                + " or CSV");
      }
    } catch (ZipException e) {
      throw new UnusableFile(
          file.getFileName()
              + " is a workbook that is damaged or not whole ("
              + e.getMessage()
              + "); save it and send it again",
          e);
    }
  }

  private static long count(Path file, ZipFile zip, ZipEntry entry, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > most) {
          throw new UnusableFile(
              "%s: unpacked, %s is larger than %d MB; split the table into several files, or save"
                      .formatted(file.getFileName(), entry.getName(), most >> 20)
                  + " it as CSV");
        }
      }
    }
    return bytes;
  }
}

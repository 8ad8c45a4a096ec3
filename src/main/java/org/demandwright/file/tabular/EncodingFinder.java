package org.demandwright.file.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.UnusableFile;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a text file: a byte order mark leaves no doubt, and neither does text that
 * is UTF-8 throughout, to its last line; otherwise the statistics of Mozilla's detector are asked,
 * about the first megabyte of lines that are not plain ASCII.
 */
final class EncodingFinder {
  private static final int SAMPLE = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private EncodingFinder() {}

  static Detected<String> find(Path file) throws IOException {
    byte[] sample = sample(file);
    Optional<String> mark = byteOrderMark(sample);
    if (mark.isPresent()) {
      return new Detected<>(mark.get(), Sureness.CERTAIN, "the file begins with its mark");
    }
    Optional<String> wide = utf16(sample);
    if (wide.isPresent()) {
      return new Detected<>(wide.get(), Sureness.LIKELY, "every other byte is zero");
    }
    requireText(file, sample);
    return LinesOfBytes.read(file).verdict();
  }

  /** Returns the charset with this name, as a person may give it. */
  static String requireKnown(String name) {
    try {
      return Charset.forName(name.strip()).name();
    } catch (IllegalArgumentException e) {
      throw new UnusableFile(
          "\"" + name + "\" is no encoding; give one such as UTF-8, UTF-16LE, windows-1252 or GBK",
          e);
    }
  }

  private static byte[] sample(Path file) throws IOException {
    try (InputStream bytes = FileBytes.unpacked(file)) {
      return bytes.readNBytes(SAMPLE);
    }
  }

  private static Optional<String> byteOrderMark(byte[] b) {
    if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
      return Optional.of(UTF_8);
    }
    if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
      return Optional.of("UTF-16LE");
    }
    return b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff
        ? Optional.of("UTF-16BE")
        : Optional.empty();
  }

  /** Headings and numbers are mostly ASCII, so that one byte of two is zero in UTF-16. */
  private static Optional<String> utf16(byte[] sample) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < sample.length; i += 2) {
      even += sample[i] == 0 ? 1 : 0;
      odd += sample[i + 1] == 0 ? 1 : 0;
    }
    int pairs = sample.length / 2;
    if (pairs >= 4 && odd > pairs / 2 && even == 0) {
      return Optional.of("UTF-16LE");
    }
    return pairs >= 4 && even > pairs / 2 && odd == 0 ? Optional.of("UTF-16BE") : Optional.empty();
  }

  private static void requireText(Path file, byte[] sample) {
    long controls = 0;
    for (byte b : sample) {
      controls += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    if (controls * 20 > sample.length) {
      throw new UnusableFile(
          file.getFileName()
              + " is neither a text file nor an XLSX workbook; send the order lines as CSV or XLSX");
    }
  }

  /** The lines of a file that are not plain ASCII, and whether they are UTF-8. */
  private static final class LinesOfBytes {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strange = new ByteArrayOutputStream();
    private long valid;
    private long invalid;

    static LinesOfBytes read(Path file) throws IOException {
      LinesOfBytes lines = new LinesOfBytes();
      byte[] buffer = new byte[BUFFER];
      try (InputStream bytes = FileBytes.unpacked(file)) {
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
          lines.take(buffer, n);
        }
      }
      lines.end();
      return lines;
    }

    private void take(byte[] buffer, int length) {
      int from = 0;
      for (int i = 0; i < length; i++) {
        if (buffer[i] == '\n' || buffer[i] == '\r') {
          line.write(buffer, from, i + 1 - from);
          from = i + 1;
          end();
        }
      }
      line.write(buffer, from, length - from);
      if (line.size() > SAMPLE) {
        end();
      }
    }

    private void end() {
      byte[] bytes = line.toByteArray();
      line.reset();
      if (isAscii(bytes)) {
        return;
      }
      boolean utf8 = isUtf8(bytes);
      valid += utf8 ? 1 : 0;
      invalid += utf8 ? 0 : 1;
      if (strange.size() < SAMPLE) {
        strange.writeBytes(bytes);
      }
    }

    Detected<String> verdict() {
      if (invalid == 0) {
        return new Detected<>(
            UTF_8, Sureness.CERTAIN, valid == 0 ? "it is plain ASCII" : "all of it is valid UTF-8");
      }
      return valid > invalid
          ? new Detected<>(
              UTF_8, Sureness.LIKELY, invalid + " lines are not; they are read as Windows-1252")
          : byStatistics(strange.toByteArray());
    }
  }

  private static Detected<String> byStatistics(byte[] sample) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(sample, 0, sample.length);
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    return found != null && Charset.isSupported(found)
        ? new Detected<>(found, Sureness.LIKELY, "its bytes look like it; check the names below")
        : new Detected<>(
            "windows-1252", Sureness.LIKELY, "it is not UTF-8 and looks like nothing else");
  }

  private static boolean isAscii(byte[] line) {
    for (byte b : line) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] line) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

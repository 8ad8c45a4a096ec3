package org.demandwright.erp.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.demandwright.erp.Detected;
import org.demandwright.erp.Detected.Sureness;
import org.demandwright.erp.UnusableFile;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a text file from its first megabyte: a byte order mark or text that is
 * UTF-8 throughout leaves no doubt; otherwise the statistics of Mozilla's detector are asked.
 */
final class EncodingFinder {
  private static final int SAMPLE = 1 << 20;
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
    return ofLines(sample);
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

  private static Detected<String> ofLines(byte[] sample) {
    int valid = 0;
    int invalid = 0;
    int from = 0;
    for (int i = 0; i <= sample.length; i++) {
      if (i == sample.length ? sample.length < SAMPLE : sample[i] == '\n') {
        byte[] line = Arrays.copyOfRange(sample, from, i);
        from = i + 1;
        if (!isAscii(line)) {
          valid += isUtf8(line) ? 1 : 0;
          invalid += isUtf8(line) ? 0 : 1;
        }
      }
    }
    if (invalid == 0) {
      return new Detected<>(
          UTF_8, Sureness.CERTAIN, valid == 0 ? "it is plain ASCII" : "all of it is valid UTF-8");
    }
    return valid > invalid
        ? new Detected<>(
            UTF_8, Sureness.LIKELY, invalid + " lines are not; they are read as Windows-1252")
        : byStatistics(sample);
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

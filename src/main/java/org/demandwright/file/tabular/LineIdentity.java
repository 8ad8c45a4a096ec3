package org.demandwright.file.tabular;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.demandwright.file.MappingProfile;

/**
 * What makes a row of one file the same order line as a row of another: two companies may use one
 * document number, and some start their numbers anew each year. A date is no part of it otherwise,
 * so that a date that is corrected makes no second line.
 *
 * @param org company
 * @param document number of the document
 * @param year in which the document was booked, where numbers start anew each year; 0 = they go on
 * @param line number of the line in its document
 */
record LineIdentity(String org, String document, int year, String line) {
  private static final String KIND = "FILE";
  private static final int LONGEST = 80;

  LineIdentity {
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(line, "line");
  }

  /**
   * Returns the identity of a line that was loaded, which its {@code line_id} tells together with
   * its company and document. Former versions left the company out of a {@code line_id}.
   *
   * @param year by which the file at hand tells lines apart, 0 for none
   */
  static LineIdentity of(String org, String document, int year, String lineId) {
    String former = KIND + ":" + document + ":";
    String line =
        lineId.startsWith(former)
            ? lineId.substring(former.length())
            : lineId.substring(lineId.lastIndexOf(':') + 1);
    return new LineIdentity(org, document, year, unescaped(line));
  }

  /**
   * Returns the {@code line_id}: {@code FILE:SO-1:10}, {@code FILE@FR:SO-1:10} for another company
   * than that of files that name none, {@code FILE/2024:SO-1:10} where numbers start anew. No two
   * identities have the same.
   */
  String id() {
    return id(org.equals(MappingProfile.USUAL_ORG) ? "" : "@" + escaped(org));
  }

  /** Returns a {@code line_id} that always names the company, where the usual one is taken. */
  String explicitId() {
    return id("@" + escaped(org));
  }

  private String id(String company) {
    String since = year == 0 ? "" : "/" + year;
    String text = KIND + company + since + ":" + document + ":" + escaped(line);
    return text.length() <= LONGEST ? text : KIND + "#" + digest(text) + ":" + escaped(line);
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace(":", "%3A").replace("/", "%2F").replace("@", "%40");
  }

  private static String unescaped(String text) {
    return text.replace("%40", "@").replace("%2F", "/").replace("%3A", ":").replace("%25", "%");
  }

  /** 96 bits: of a billion lines two are alike with a probability below one in 10^10. */
  private static String digest(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the document in words, with its company where that is not the usual one. */
  String documentInWords() {
    String company = org.equals(MappingProfile.USUAL_ORG) ? "" : " of company " + org;
    return "document " + document + company + (year == 0 ? "" : " in " + year);
  }
}

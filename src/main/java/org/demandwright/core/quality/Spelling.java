package org.demandwright.core.quality;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What remains of a code when everything is taken away that a person hardly sees and that programs
 * add: the case of letters, full or half width, which hyphen it is, characters that are not shown,
 * blanks, the {@code .0} of a number with decimals, and zeros in front. Two codes of which the same
 * remains look alike; whether they are one is for a person to say.
 */
public final class Spelling {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212\u00ad\u02d7]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DECIMALS = Pattern.compile("(\\d)\\.0+$");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

  private Spelling() {}

  /** Returns what is left of a code. */
  public static String plain(String code) {
    // The soft hyphen is no character that is shown, but a hyphen to whoever typed it.
    String dashed = DASHES.matcher(code).replaceAll("-");
    String plain = Normalizer.normalize(dashed, Normalizer.Form.NFKC);
    plain = DASHES.matcher(UNSEEN.matcher(plain).replaceAll("")).replaceAll("-");
    plain = BLANKS.matcher(plain).replaceAll(" ").strip();
    plain = DECIMALS.matcher(plain).replaceFirst("$1");
    plain = ZEROS.matcher(plain).replaceFirst("");
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Returns a code in quotes, with what cannot be seen or told apart in it as {@code \\u00A0}. */
  public static String shown(String code) {
    StringBuilder shown = new StringBuilder("\"");
    code.codePoints()
        .forEach(
            c -> {
              if (c < 0x80 ? c < ' ' : isUnseen(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.append('"').toString();
  }

  private static boolean isUnseen(int character) {
    String text = Character.toString(character);
    return UNSEEN.matcher(text).matches()
        || DASHES.matcher(text).matches()
        || BLANKS.matcher(text).matches();
  }
}

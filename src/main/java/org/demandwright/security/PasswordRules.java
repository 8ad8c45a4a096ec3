package org.demandwright.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be, by the advice of NIST SP 800-63B: long, and not what everybody tries
 * first; no rule about kinds of characters, no change by the calendar.
 */
public final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int DIFFERENT = 5;

  /** Words that passwords are made of which somebody thought of in a hurry. */
  private static final List<String> WORDS =
      List.of(
          "demandwright",
          "password",
          "passwort",
          "changeme",
          "welcome",
          "letmein",
          "secret",
          "administrator",
          "admin",
          "planner",
          "forecast",
          "qwertyuiop",
          "qwertz",
          "qwerty",
          "asdfghjkl",
          "abcdefghijkl",
          "company",
          "summer",
          "winter",
          "spring",
          "autumn",
          "monday",
          "test",
          "user",
          "abc",
          "the",
          "my",
          "is");

  private PasswordRules() {}

  /**
   * Returns what is wrong with a password, empty where it may be taken.
   *
   * @param name of the account whose it is
   */
  public static Optional<String> objection(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          "The password has %d characters; it needs %d to %d. A few words in a row are best."
              .formatted(length, SHORTEST, LONGEST));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.contains(name.toLowerCase(Locale.ROOT)) && length < 2 * SHORTEST) {
      return Optional.of("The password holds the name of the account; choose another.");
    }
    if (password.codePoints().distinct().count() < DIFFERENT) {
      return Optional.of(
          "The password has fewer than %d different characters; choose another."
              .formatted(DIFFERENT));
    }
    return isCommon(lower)
        ? Optional.of("The password is made of what everybody tries first; choose another.")
        : Optional.empty();
  }

  /** Whether nothing is left of the letters when the words are taken out. */
  private static boolean isCommon(String lower) {
    StringBuilder letters = new StringBuilder();
    lower
        .replace('0', 'o')
        .replace('@', 'a')
        .replace('$', 's')
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    String left = letters.toString().replaceAll("^o+|o+$", "");
    for (String word : WORDS) {
      left = left.replace(word, "");
    }
    return left.length() <= 1;
  }
}

package org.demandwright.file.tabular;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes a currency off an amount: its sign, its code of three letters, or a usual short form. */
final class CurrencyMarks {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Short forms that are no sign of Unicode's and no code. */
  private static final Set<String> SHORT =
      Set.of(
          "US$", "A$", "C$", "R$", "HK$", "NT$", "RMB", "FR", "FR.", "SFR", "SFR.", "KR", "KR.",
          "KČ", "ZŁ", "FT", "LEI", "LEU", "TL", "DM", "RS", "RS.", "РУБ", "РУБ.", "Р", "元", "円",
          "人民币");

  private static final String MARK = "(\\p{Sc}|\\p{L}{1,2}\\p{Sc}|\\p{L}{1,3}\\.?)";
  private static final String BLANKS = "[\\s\\u00a0\\u202f\\u2007]*";
  private static final Pattern BEFORE =
      Pattern.compile("([+\\-\u2212(]*)" + BLANKS + MARK + BLANKS + "(?=[+\\-\u2212(.,]*\\d)(.*)");
  private static final Pattern BEHIND =
      Pattern.compile("(.*[\\d.,)\\-\u2212])" + BLANKS + MARK + BLANKS + "([)\\-\u2212]*)");

  private CurrencyMarks() {}

  /** Returns the amount alone; a text that holds something else than a currency stays as it is. */
  static String off(String text) {
    Matcher before = BEFORE.matcher(text);
    if (before.matches() && isCurrency(before.group(2))) {
      return before.group(1) + before.group(3);
    }
    Matcher behind = BEHIND.matcher(text);
    if (behind.matches() && isCurrency(behind.group(2))) {
      return behind.group(1) + behind.group(3);
    }
    return text;
  }

  private static boolean isCurrency(String mark) {
    String capitals = mark.toUpperCase(Locale.ROOT);
    boolean sign =
        mark.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    return sign || CODES.contains(capitals) || SHORT.contains(capitals);
  }
}

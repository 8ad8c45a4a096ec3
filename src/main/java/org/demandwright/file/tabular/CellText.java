package org.demandwright.file.tabular;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileColumn.Type;

/**
 * What the text of a cell says. Databases, spreadsheets and programs write words where they have
 * nothing to say, and those are read as empty; beside an amount of money its currency is read over.
 */
final class CellText {
  private static final Set<FileColumn> MONEY = Set.of(FileColumn.UNIT_PRICE, FileColumn.NET_AMOUNT);

  /** In any case; the first ones could be part of a name, but never are all of it. */
  private static final Set<String> NOTHING =
      Set.of(
          "null",
          "(null)",
          "[null]",
          "<null>",
          "\\n",
          "n/a",
          "<na>",
          "nat",
          "none",
          "nil",
          "undefined",
          "(none)",
          "(blank)",
          "(leer)",
          "#n/a",
          "#nv",
          "#n/d",
          "#na",
          "#ref!",
          "#bezug!",
          "#value!",
          "#wert!",
          "#valeur!",
          "#name?",
          "#div/0!",
          "#null!",
          "#num!",
          "#zahl!",
          "-",
          "--",
          "\u2013",
          "\u2014",
          "?",
          ".");

  /** What means nothing where a number, a day or a flag is wanted, and may be a code elsewhere. */
  private static final Set<String> NO_VALUE =
      Set.of("na", "nan", "-nan", "nd", "nv", "n.a.", "k.a.");

  private static final Set<String> NOT_A_NUMBER = Set.of("nan", "NaN");

  /** MySQL's and SAP's day of zeros, .NET's first day, Excel's day zero. */
  private static final Pattern NO_DAY =
      Pattern.compile(
          "[0./:T -]*0[0./:T -]*|0001-0?1-0?1.*|0?1[./]0?1[./]0001.*|1900-0?1-00.*"
              + "|00[./]0?1[./]1900.*|0?1/0{1,2}/1900.*");

  private CellText() {}

  /** Returns what a cell of a column says, the empty text for nothing. */
  static String of(FileColumn column, String text) {
    String said = Blanks.off(text);
    if (saysNothing(column.type(), said)) {
      return "";
    }
    return MONEY.contains(column) ? CurrencyMarks.off(said) : said;
  }

  private static boolean saysNothing(Type type, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || NOTHING.contains(lower)) {
      return true;
    }
    if (type == Type.TEXT) {
      return NOT_A_NUMBER.contains(text);
    }
    return NO_VALUE.contains(lower) || (type == Type.DAY && NO_DAY.matcher(text).matches());
  }
}

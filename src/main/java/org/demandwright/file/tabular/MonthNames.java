package org.demandwright.file.tabular;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What months are called, in full and shortened, in English, German, French, Spanish, Italian. */
final class MonthNames {
  private static final List<String> NAMES =
      List.of(
          "jan january januar janner janv janvier ene enero gen gennaio",
          "feb february februar fev fevr fevrier febrero febbraio",
          "mar march marz mrz maerz mars marzo",
          "apr april avr avril abr abril aprile",
          "may mai mayo mag maggio",
          "jun june juni juin junio giu giugno",
          "jul july juli juil juillet julio lug luglio",
          "aug august aout ago agosto",
          "sep sept september septembre septiembre setiembre set sett settembre",
          "oct october okt oktober octobre octubre ott ottobre",
          "nov november novembre noviembre",
          "dec december dez dezember decembre dic diciembre dicembre");
  private static final Map<String, Integer> MONTHS = read();

  private MonthNames() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      for (String name : NAMES.get(i).split(" ")) {
        months.put(name, i + 1);
      }
    }
    return months;
  }

  /** Returns the month with this name, whatever its case and accents. */
  static OptionalInt month(String name) {
    Integer month = MONTHS.get(HeadingWords.plain(name));
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }
}

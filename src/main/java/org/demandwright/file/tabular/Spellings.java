package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.quality.Spelling;
import org.demandwright.file.FileColumn;
import org.demandwright.file.LookAlikes;

/** Counts the spellings of codes in a file, to tell which of them look alike. */
final class Spellings {
  private static final int MOST = 200;

  private final Map<FileColumn, Map<String, Long>> rows = new EnumMap<>(FileColumn.class);

  void count(FileLine line) {
    count(FileColumn.ORG, line.identity().org());
    count(FileColumn.ITEM, line.item());
    count(FileColumn.SITE, line.site());
    count(FileColumn.CUSTOMER, line.customer());
    count(FileColumn.CHANNEL, line.channel());
  }

  private void count(FileColumn column, String code) {
    if (code != null) {
      rows.computeIfAbsent(column, c -> new TreeMap<>()).merge(code, 1L, Long::sum);
    }
  }

  /** Returns the codes that look alike, those with the most rows first, at most {@value #MOST}. */
  List<LookAlikes> lookAlikes(Fields fields) {
    List<LookAlikes> alike = new ArrayList<>();
    rows.forEach((column, codes) -> alike.addAll(lookAlikes(fields.heading(column), codes)));
    alike.sort(Comparator.comparingLong(Spellings::rows).reversed());
    return List.copyOf(alike.subList(0, Math.min(MOST, alike.size())));
  }

  private static List<LookAlikes> lookAlikes(String heading, Map<String, Long> codes) {
    Map<String, Map<String, Long>> byPlain = new TreeMap<>();
    codes.forEach(
        (code, count) ->
            byPlain.computeIfAbsent(Spelling.plain(code), p -> new TreeMap<>()).put(code, count));
    return byPlain.values().stream()
        .filter(spelled -> spelled.size() > 1)
        .map(spelled -> new LookAlikes(heading, mostFirst(spelled)))
        .toList();
  }

  private static Map<String, Long> mostFirst(Map<String, Long> spelled) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    spelled.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private static long rows(LookAlikes alike) {
    return alike.rows().values().stream().mapToLong(Long::longValue).sum();
  }
}

package org.demandwright.erp.adapter;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.SqlScript;

/**
 * The scripts of one version of an ERP as one, with the parameters put in: what is printed and what
 * is installed.
 *
 * @param name of the download, such as {@code odoo-14.sql}
 * @param text as it is printed, comments and all
 */
public record AdapterScript(String name, String text) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  /**
   * Puts the scripts of a version together.
   *
   * @param given values of parameters; those not given take their defaults
   * @param isThere whether the ERP has a table of this name (lower case): a script that needs
   *     tables of an extension runs only where they are
   */
  public static AdapterScript of(
      ErpAdapter adapter, String version, Map<String, String> given, Predicate<String> isThere) {
    Map<String, String> values = adapter.values(given);
    StringBuilder text = new StringBuilder();
    for (String script : adapter.version(version).scripts()) {
      Set<String> needed = adapter.optionalScripts().getOrDefault(script, Set.of());
      if (needed.stream().allMatch(isThere)) {
        text.append("-- ").append(adapter.erp()).append('/').append(script).append("\n");
        text.append(filled(adapter.files().get(script), values).strip()).append("\n\n");
      } else {
        text.append("-- ").append(adapter.erp()).append('/').append(script);
        text.append(" is left out: it needs ").append(String.join(", ", sorted(needed)));
        text.append("\n\n");
      }
    }
    return new AdapterScript(fileName(adapter, version, ""), text.toString());
  }

  private static Iterable<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
  }

  /** Returns the name of a file for a version's scripts; nothing in it needs quotes. */
  public static String fileName(ErpAdapter adapter, String version, String kind) {
    String name = adapter.erp() + "-" + version + kind + ".sql";
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
  }

  /** Returns the statements. */
  public SqlScript statements() {
    return SqlScript.parse(name, text);
  }
}

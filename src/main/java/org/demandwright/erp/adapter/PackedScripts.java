package org.demandwright.erp.adapter;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.demandwright.erp.SqlScript;

/** What is packed beside the adapters: the checks, and the sentences about reasons and needs. */
final class PackedScripts {
  private PackedScripts() {}

  /** Returns the scripts of {@code sql/erp/checks} in the order of their names. */
  static List<SqlScript> checks() {
    return new TreeMap<>(AdapterFolders.packed("checks"))
        .entrySet().stream().map(file -> SqlScript.parse(file.getKey(), file.getValue())).toList();
  }

  /** Returns why lines with a reason are excluded, in a sentence. */
  static String why(String reason) {
    return Reasons.SENTENCES.getProperty(
        reason, "A reason of this adapter's own: its README and its views say what it means.");
  }

  /** Returns what decisions lack without what contract 3 brought to a view, in a sentence. */
  static Optional<String> need(String view) {
    return Optional.ofNullable(Needs.SENTENCES.getProperty(view));
  }

  private static final class Needs {
    static final Properties SENTENCES = Keys.packed("sql/erp/needs.properties");
  }

  private static final class Reasons {
    static final Properties SENTENCES = Keys.packed("sql/erp/reasons.properties");
  }
}

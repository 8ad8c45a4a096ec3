package org.demandwright.erp.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.ErpAdapter.Parameter;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.ErpAdapter.Version;

/**
 * Reads {@code adapter.properties}. Whatever is wrong names the file, the key and what to write.
 */
public final class AdapterProperties {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$ -]*");
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  private final FolderText folder;
  private final Keys keys;

  private AdapterProperties(FolderText folder) {
    this.folder = folder;
    this.keys = Keys.parse(folder.file(FolderText.PROPERTIES), properties(folder));
  }

  private static String properties(FolderText folder) {
    return folder.files().get(FolderText.PROPERTIES);
  }

  /** Reads the adapter of a folder. */
  public static ErpAdapter read(FolderText folder) {
    return new AdapterProperties(folder).adapter();
  }

  private ErpAdapter adapter() {
    List<Version> versions = versions();
    List<Parameter> parameters = parameters();
    requireKnownPlaces(versions, parameters);
    ErpAdapter adapter =
        new ErpAdapter(
            folder.name(),
            keys.required("name", "the name of the ERP as people call it"),
            databases(),
            tables("tables", keys.list("tables", "tables that together only this ERP has")),
            keys.optional("version.query"),
            versions,
            parameters,
            optionalScripts(versions),
            scripts());
    if (adapter.versionQuery().isEmpty() && versions.size() > 1) {
      throw keys.wrong(
          "version.query", "is missing; write a query of one row and column, or one version alone");
    }
    keys.requireAllRead();
    return adapter;
  }

  private Set<Dialect> databases() {
    Set<Dialect> databases = new TreeSet<>();
    for (String name : keys.list("databases", "one or more of " + Dialect.known())) {
      databases.add(
          Dialect.named(name)
              .orElseThrow(
                  () ->
                      keys.wrong(
                          "databases", "has '" + name + "'; write one of " + Dialect.known())));
    }
    return databases;
  }

  private Set<String> tables(String key, List<String> names) {
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw keys.wrong(
            key,
            "has '"
                + name
                + "'; write names of tables separated by commas, comments on lines of their own");
      }
    }
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private List<Version> versions() {
    List<Version> versions = new ArrayList<>();
    for (String id : keys.list("versions", "the versions separated by commas, such as 14,15")) {
      String key = "version." + id + ".";
      versions.add(new Version(id, pattern(key + "pattern"), status(key + "status"), scripts(key)));
    }
    return versions;
  }

  private Pattern pattern(String key) {
    String text = keys.required(key, "a regular expression on the answer to version.query");
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw keys.wrong(
          key, "is no regular expression: " + e.getDescription() + "; write one, such as 14[.].*");
    }
  }

  private Status status(String key) {
    String text = keys.required(key, "released or draft");
    return switch (text) {
      case "released" -> Status.RELEASED;
      case "draft" -> Status.DRAFT;
      default -> throw keys.wrong(key, "is '" + text + "'; write released or draft");
    };
  }

  private List<String> scripts(String version) {
    String key = version + "scripts";
    List<String> scripts = keys.list(key, "the scripts in the order in which they run");
    for (String script : scripts) {
      if (!script.endsWith(".sql") || !folder.files().containsKey(script)) {
        throw keys.wrong(
            key, "names " + script + ", which is not in the folder; it has " + scripts().keySet());
      }
    }
    return scripts;
  }

  private Map<String, String> scripts() {
    return folder.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".sql"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private Map<String, Set<String>> optionalScripts(List<Version> versions) {
    Map<String, Set<String>> optional = new TreeMap<>();
    versions.stream()
        .flatMap(v -> v.scripts().stream())
        .distinct()
        .forEach(
            script -> {
              String key = "optional." + script + ".tables";
              keys.optional(key)
                  .ifPresent(
                      text -> optional.put(script, tables(key, keys.list(key, "table names"))));
            });
    return optional;
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (String name : keys.listOrNone("parameters")) {
      String key = "parameter." + name + ".";
      parameters.add(
          new Parameter(
              name,
              keys.required(key + "default", "the value where nobody gives one"),
              keys.required(key + "about", "one sentence that says what it is for")));
    }
    return parameters;
  }

  /** A place in a script that nothing fills would reach the database as it stands. */
  private void requireKnownPlaces(List<Version> versions, List<Parameter> parameters) {
    Set<String> known = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    Set<String> used =
        versions.stream().flatMap(v -> v.scripts().stream()).collect(Collectors.toSet());
    for (String script : used) {
      Matcher place = PLACE.matcher(folder.files().get(script));
      while (place.find()) {
        if (!known.contains(place.group(1))) {
          throw keys.wrong(
              "parameters",
              "lacks " + place.group(1) + ", which " + script + " uses; add it, with its default");
        }
      }
    }
  }
}

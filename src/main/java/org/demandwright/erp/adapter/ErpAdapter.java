package org.demandwright.erp.adapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.UnusableErp;

/**
 * What is known of one ERP: by which tables it is recognised, how it says its version, and the
 * scripts that put the canonical views over its tables. One folder below {@code sql/erp}.
 *
 * @param erp name of the folder, such as {@code odoo}
 * @param name as people call it
 * @param databases products that it runs on
 * @param tables in lower case; where all of them are, it is this ERP
 * @param versionQuery gives one row and column that says the version; empty where there is one
 *     version alone
 * @param versions in the order of the adapter, never empty
 * @param parameters what an administrator may give when the script is printed or installed
 * @param optionalScripts scripts that run only where all these tables are
 * @param files every script of the folder by its path inside it, as text
 */
public record ErpAdapter(
    String erp,
    String name,
    Set<Dialect> databases,
    Set<String> tables,
    Optional<String> versionQuery,
    List<Version> versions,
    List<Parameter> parameters,
    Map<String, Set<String>> optionalScripts,
    Map<String, String> files) {

  /** Whether an adapter was proved on a database of its ERP. */
  public enum Status {
    /** Run against a database of this ERP, with lines, units and totals counted by hand. */
    RELEASED,
    /** Written by reading, never run: check every figure before you trust one. */
    DRAFT
  }

  /**
   * One version of the ERP, as far as its tables differ.
   *
   * @param id such as {@code 14}
   * @param pattern of the whole answer to the version query
   * @param scripts in the order in which they run
   */
  public record Version(String id, Pattern pattern, Status status, List<String> scripts) {
    public Version {
      scripts = List.copyOf(scripts);
    }

    /** Returns whether the ERP's answer means this version. */
    public boolean matches(String answer) {
      return pattern.matcher(answer.strip()).matches();
    }
  }

  /**
   * A value that stands as <code>${name}</code> in the scripts.
   *
   * @param byDefault what is used where nobody says otherwise
   * @param about one sentence for the administrator
   */
  public record Parameter(String name, String byDefault, String about) {
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N} _/.,:+=@#()-]*");

    public Parameter {
      Objects.requireNonNull(about, "about");
      requireHarmless(name, byDefault);
    }

    /** Values stand between quotes in SQL, so that none may end them or begin a comment. */
    static void requireHarmless(String name, String value) {
      if (!HARMLESS.matcher(value).matches() || value.contains("--") || value.length() > 1_000) {
        throw new UnusableErp(
            "Parameter "
                + name
                + " cannot be '"
                + value
                + "': write letters, digits, spaces and _ / . , : + = @ # ( ) - only, no --, at most"
                + " 1000 characters.");
      }
    }
  }

  public ErpAdapter {
    databases = Set.copyOf(databases);
    tables = Set.copyOf(tables);
    versions = List.copyOf(versions);
    parameters = List.copyOf(parameters);
    optionalScripts = Map.copyOf(optionalScripts);
    files = Map.copyOf(files);
    if (versions.isEmpty()) {
      throw new UnusableErp("Adapter " + erp + " has no version.");
    }
  }

  /** Returns the version of this id; an unknown one is refused with the known ones. */
  public Version version(String id) {
    return versions.stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableErp(
                    "Adapter %s has no version %s; it has %s."
                        .formatted(erp, id, versions.stream().map(Version::id).toList())));
  }

  /** Returns the parameters that stand in the statement that makes a view. */
  public Set<String> parametersOf(String view) {
    Pattern create =
        Pattern.compile("(?is)^create\\s+(?:or\\s+replace\\s+)?view\\s+" + view + "\\b.*");
    String statements =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".sql"))
            .flatMap(file -> SqlScript.parse(file.getKey(), file.getValue()).statements().stream())
            .filter(statement -> create.matcher(statement).matches())
            .collect(Collectors.joining());
    return parameters.stream()
        .map(Parameter::name)
        .filter(name -> statements.contains("${" + name + "}"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the values of all parameters where nobody gives any. */
  public Map<String, String> defaults() {
    return values(Map.of());
  }

  /** Returns the values of all parameters: those given and the defaults of the others. */
  public Map<String, String> values(Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(p -> values.put(p.name(), p.byDefault()));
    new TreeMap<>(given)
        .forEach(
            (name, value) -> {
              if (!values.containsKey(name)) {
                throw new UnusableErp(
                    "Adapter %s has no parameter %s; it has %s."
                        .formatted(erp, name, values.keySet()));
              }
              Parameter.requireHarmless(name, value);
              values.put(name, value);
            });
    return values;
  }
}

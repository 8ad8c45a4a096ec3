package org.demandwright.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.erp.ErpDatabase;
import org.eclipse.microprofile.config.Config;

/**
 * ERPs that are read beside the first, or databases of files that hold an ERP's history. One of
 * them may be a data source of the server ({@code dw.erp2.*}), which itself reads class and
 * password; any number are named by {@code dw.sources}.
 *
 * @param all in the order in which their master data count
 */
public record OtherErpSettings(List<ErpDatabase> all) {
  private static final String DATA_SOURCE = "java:app/jdbc/erp2";
  private static final Set<String> TAKEN = Set.of("erp", "file", "push");
  private static final String NAME_IN_WORDS =
      "1 to 20 small letters, digits and -, a letter first; not erp, file or push";

  private static final Setting<List<String>> NAMES =
      Setting.of(
          "dw.sources",
          "",
          "",
          Allowed.parsed(
              "names, each once, with commas between: each " + NAME_IN_WORDS,
              OtherErpSettings::names),
          "further ERPs, or databases of [files](files.md), whose lines are read beside those of the"
              + " first: see [sources](sources.md). The order is the one in which their master data"
              + " count; a name stands in the identities of lines, so that another name is another"
              + " source");

  private static final Setting<Optional<String>> EACH_URL =
      Setting.open(
          "dw.source.<name>.url",
          "needed for each name",
          "",
          new Allowed<>("a JDBC address of PostgreSQL, MariaDB or H2", OtherErpSettings::address),
          "where it is; `DW_SOURCE_<NAME>_URL` as a variable of the environment");

  private static final Setting<Optional<String>> EACH_USER =
      Setting.open(
          "dw.source.<name>.user",
          "none",
          "",
          Allowed.AS_IS,
          "as whom the plugin reads it: a user who needs SELECT on the views `dw_*` and nothing"
              + " else");

  private static final Setting<Optional<String>> EACH_PASSWORD =
      Setting.open("dw.source.<name>.password", "empty", "", Allowed.AS_IS, "of that user");

  private static final Setting<String> CLASS =
      Setting.of(
          "dw.erp2.class",
          "org.h2.jdbcx.JdbcDataSource",
          "",
          new Allowed<>("a class of data sources", String::strip),
          "as `dw.erp.class`, for one further ERP that is a data source of the server");

  private static final Setting<Optional<String>> URL =
      Setting.open(
          "dw.erp2.url",
          "none",
          "",
          new Allowed<>("a JDBC address", String::strip),
          "where that one is; it comes before those of `dw.sources`");

  private static final Setting<Optional<String>> USER =
      Setting.open("dw.erp2.user", "none", "", Allowed.AS_IS, "as whom the plugin reads it");

  private static final Setting<Optional<String>> PASSWORD =
      Setting.open("dw.erp2.password", "empty", "", Allowed.AS_IS, "of that user");

  private static final Setting<String> NAME =
      Setting.of(
          "dw.erp2.name",
          "erp2",
          "",
          Allowed.parsed(NAME_IN_WORDS, OtherErpSettings::name),
          "what its source is called");

  static final Concern CONCERN =
      new Concern(
          "Further ERPs",
          List.of(NAMES, EACH_URL, EACH_USER, EACH_PASSWORD, CLASS, URL, USER, PASSWORD, NAME));

  public OtherErpSettings {
    all = List.copyOf(all);
  }

  static OtherErpSettings in(Config config) {
    List<ErpDatabase> all = new ArrayList<>();
    Optional<String> url = URL.in(config);
    String second = NAME.in(config);
    url.ifPresent(
        address ->
            all.add(
                new ErpDatabase(
                    second, address, USER.in(config), Optional.empty(), Optional.of(DATA_SOURCE))));
    for (String name : NAMES.in(config)) {
      if (url.isPresent() && name.equals(second)) {
        throw new IllegalStateException(
            "dw.sources names " + name + ", and dw.erp2.name, too: call one of them otherwise");
      }
      all.add(database(name, config));
    }
    return new OtherErpSettings(all);
  }

  private static ErpDatabase database(String name, Config config) {
    String url =
        of(name, EACH_URL)
            .in(config)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "dw.sources names %1$s, and dw.source.%1$s.url is not set: set it, or leave the name out"
                            .formatted(name)));
    return new ErpDatabase(
        name,
        url,
        of(name, EACH_USER).in(config),
        of(name, EACH_PASSWORD).in(config),
        Optional.empty());
  }

  private static <T> Setting<T> of(String name, Setting<T> each) {
    return new Setting<>(
        each.key().replace("<name>", name),
        each.value(),
        each.otherwise(),
        each.unit(),
        each.allowed(),
        each.meaning());
  }

  private static List<String> names(String text) {
    List<String> names =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(OtherErpSettings::name)
            .toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(text);
    }
    return names;
  }

  private static String name(String text) {
    if (!text.matches("[a-z][a-z0-9-]{0,19}") || TAKEN.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String address(String text) {
    String url = text.strip();
    if (!url.matches("jdbc:(postgresql|mariadb|h2):.+")) {
      // The text may hold a password, so that it is not said again.
      throw new IllegalArgumentException(
          " is no JDBC address of PostgreSQL, MariaDB or H2, such as"
              + " jdbc:postgresql://host/database");
    }
    return url;
  }

  /** Returns the one whose source has this name. */
  public Optional<ErpDatabase> named(String name) {
    return all.stream().filter(erp -> erp.name().equals(name)).findFirst();
  }

  /** Returns the one at this address. */
  public Optional<ErpDatabase> at(String url) {
    return all.stream().filter(erp -> erp.url().equals(url)).findFirst();
  }
}

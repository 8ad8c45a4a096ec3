package org.demandwright.app.settings;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * A second ERP that is read beside the first, or the database of files that hold an ERP's history.
 * The server itself reads class and password, for its data source.
 *
 * @param url where it is; empty = there is none
 * @param user as whom the plugin reads it
 * @param name what its source is called
 */
public record SecondErpSettings(Optional<String> url, Optional<String> user, String name) {
  private static final Setting<String> DATABASE =
      Setting.of(
          "dw.erp2.class",
          "org.h2.jdbcx.JdbcDataSource",
          "",
          new Allowed<>("a class of data sources", String::strip),
          "as `dw.erp.class`, for a second ERP");

  private static final Setting<Optional<String>> URL =
      Setting.open(
          "dw.erp2.url",
          "none",
          "",
          new Allowed<>("a JDBC address", String::strip),
          "where a second ERP is, or the database of [files](files.md), whose lines are read beside"
              + " those of the first: see [sources](sources.md)");

  private static final Setting<Optional<String>> USER =
      Setting.open(
          "dw.erp2.user",
          "none",
          "",
          Allowed.AS_IS,
          "as whom the plugin reads it: a user who needs SELECT on the views `dw_*` and nothing"
              + " else");

  private static final Setting<Optional<String>> PASSWORD =
      Setting.open("dw.erp2.password", "empty", "", Allowed.AS_IS, "of that user");

  private static final Setting<String> NAME =
      Setting.of(
          "dw.erp2.name",
          "erp2",
          "",
          Allowed.parsed(
              "1 to 20 small letters, digits and -, a letter first", SecondErpSettings::name),
          "what its source is called; it stands in the identities of its lines, so that another name"
              + " is another source");

  static final Concern CONCERN =
      new Concern("Second ERP", List.of(DATABASE, URL, USER, PASSWORD, NAME));

  static SecondErpSettings in(Config config) {
    return new SecondErpSettings(URL.in(config), USER.in(config), NAME.in(config));
  }

  private static String name(String text) {
    if (!text.matches("[a-z][a-z0-9-]{0,19}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Returns whether there is one. */
  public boolean isThere() {
    return url.isPresent();
  }
}

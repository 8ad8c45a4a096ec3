package org.demandwright.app.settings;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Files that people send.
 *
 * @param url the database that files of order lines are loaded into; empty = sales are read from an
 *     ERP
 * @param user owner of its schema, never the user who reads the views; empty where there is no such
 *     database
 * @param password of that owner
 * @param mostMegabytes the largest file that is taken, as it is sent
 */
public record FileSettings(String url, String user, String password, int mostMegabytes) {
  private static final Setting<Optional<String>> URL =
      Setting.open(
          "dw.erp.file.url",
          "empty",
          "",
          new Allowed<>("a JDBC address", String::strip),
          "the database that [files](files.md) of order lines are loaded into; empty = sales are"
              + " read from an ERP and files of order lines are refused");

  private static final Setting<Optional<String>> USER =
      Setting.open(
          "dw.erp.file.user",
          "empty",
          "",
          new Allowed<>("another user than `dw.erp.user`", String::strip),
          "owner of its schema; needed where there is such a database");

  private static final Setting<Optional<String>> PASSWORD =
      Setting.open("dw.erp.file.password", "empty", "", Allowed.AS_IS, "of that owner");

  private static final Setting<Integer> LARGEST =
      Setting.of(
          "dw.files.max-mb",
          "200",
          "MB",
          Allowed.between(1, 1_000_000),
          "the largest file that is taken, as it is sent");

  static final Concern CONCERN = new Concern("Files", List.of(URL, USER, PASSWORD, LARGEST));

  static FileSettings in(Config config, String reader) {
    FileSettings files =
        new FileSettings(
            URL.in(config).orElse(""),
            USER.in(config).orElse(""),
            PASSWORD.in(config).orElse(""),
            LARGEST.in(config));
    if (files.areLoaded() && (files.user.isEmpty() || files.user.equalsIgnoreCase(reader))) {
      throw new IllegalStateException(
          USER.key()
              + " is '"
              + files.user
              + "'; it must be the owner of the schema of the files, and another one than"
              + " dw.erp.user, who only reads");
    }
    return files;
  }

  /** Returns whether there is a database that order lines are loaded into. */
  public boolean areLoaded() {
    return !url.isEmpty();
  }

  /** Returns the size of the largest file that is taken. */
  public long mostBytes() {
    return (long) mostMegabytes << 20;
  }
}

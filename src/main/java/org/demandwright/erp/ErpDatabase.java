package org.demandwright.erp;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the canonical views of an ERP beside the first one are, as an administrator has set it. Its
 * text never holds the password.
 *
 * @param name what its source is called
 * @param url JDBC address of PostgreSQL, MariaDB or H2
 * @param dataSource name of the server's data source that opens it; empty = it is opened by url,
 *     user and password
 */
public record ErpDatabase(
    String name,
    String url,
    Optional<String> user,
    Optional<String> password,
    Optional<String> dataSource) {
  public ErpDatabase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
  }

  @Override
  public String toString() {
    return name + " at " + url + user.map(u -> " as " + u).orElse("");
  }
}

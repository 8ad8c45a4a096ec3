package org.demandwright.erp;

import java.util.Optional;

/**
 * Where an ERP is and as whom to open it: a JDBC URL, a data source of the server, or, with
 * neither, the configured data source {@code erp}. Lives as long as one request; its text never
 * holds the password.
 *
 * @param url of PostgreSQL, MariaDB or H2, without user and password
 * @param jndi name of a data source of the server
 */
public record ErpAccess(
    Optional<String> url, Optional<String> jndi, Optional<String> user, Optional<String> password) {

  public ErpAccess {
    if (url.isPresent() && jndi.isPresent()) {
      throw new UnusableErp("A JDBC URL and a JNDI name are given; give one of them.");
    }
    if (url.isPresent() && user.isEmpty()) {
      throw new UnusableErp("A JDBC URL is given without a user; give user and password, too.");
    }
    if (user.isPresent() != password.isPresent()) {
      throw new UnusableErp("User and password belong together; give both or neither.");
    }
  }

  /** Returns the configured data source. */
  public static ErpAccess configured() {
    return new ErpAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Names the place and the user, for people and for the log. */
  @Override
  public String toString() {
    String place = url.or(() -> jndi).orElse("the configured data source erp");
    return user.map(u -> place + " as " + u).orElse(place);
  }
}

package org.demandwright.app.source;

import java.util.Optional;
import org.demandwright.erp.ErpAccess;

/**
 * Which ERP database is meant and as whom it is opened; empty texts for what is not given. Without
 * an address it is the configured data source, without a user its user. The password lives as long
 * as the request and stands in no text of this record.
 *
 * @param url JDBC URL of PostgreSQL, MariaDB or H2
 * @param jndi name of a data source of the server
 */
public record ErpTarget(String url, String jndi, String user, String password) {
  /** The configured data source. */
  public static final ErpTarget CONFIGURED = new ErpTarget("", "", "", "");

  ErpAccess access() {
    return new ErpAccess(
        given(url),
        given(jndi),
        given(user),
        user.isBlank() ? given(password) : Optional.of(password));
  }

  private static Optional<String> given(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  /** Names the place and the user, for the log. */
  @Override
  public String toString() {
    String place = url.isBlank() ? jndi : url;
    String named = place.isBlank() ? "the configured connection" : place;
    return user.isBlank() ? named : named + " as " + user;
  }
}

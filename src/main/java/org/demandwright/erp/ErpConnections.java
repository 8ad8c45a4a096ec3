package org.demandwright.erp;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Opens the ERP's database for a check or an installation, outside the pool where a user is given.
 */
@ApplicationScoped
public class ErpConnections {
  private static final String JNDI_NAME = "(java:(app|comp|module|global|jboss)/|jdbc/)[\\w/.-]+";

  @Resource(lookup = "java:app/jdbc/erp")
  private DataSource configured;

  /** What is done on a connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Opens, works, closes. Credentials are used for this one connection and kept nowhere.
   *
   * @param configuredUrl where the configured data source leads, for other credentials on it
   * @throws UnreachableErp if the database cannot be opened, or breaks off
   * @throws UnusableErp if it refuses the work
   */
  public <T> T with(ErpAccess access, String configuredUrl, Work<T> work) {
    try (Connection connection = opened(access, configuredUrl)) {
      return work.on(connection);
    } catch (SQLException e) {
      String message = access + " failed: " + DatabaseFailure.words(e) + ".";
      throw DatabaseFailure.isAway(e)
          ? new UnreachableErp(message, e)
          : new UnusableErp(message, e);
    }
  }

  private Connection opened(ErpAccess access, String configuredUrl) {
    try {
      return open(access, configuredUrl);
    } catch (SQLException e) {
      throw new UnreachableErp(access + " cannot be opened: " + DatabaseFailure.words(e) + ".", e);
    }
  }

  private Connection open(ErpAccess access, String configuredUrl) throws SQLException {
    if (access.url().isPresent()) {
      return Drivers.openTyped(
          access.url().get(), access.user().orElseThrow(), access.password().orElseThrow());
    }
    if (access.jndi().isPresent()) {
      DataSource named = named(access.jndi().get());
      return access.user().isPresent()
          ? named.getConnection(access.user().get(), access.password().orElseThrow())
          : named.getConnection();
    }
    return access.user().isPresent()
        ? Drivers.openTrusted(configuredUrl, access.user().get(), access.password().orElseThrow())
        : configured.getConnection();
  }

  /** Looks up a data source of the server; the pattern lets no other protocol of JNDI in. */
  @SuppressWarnings("BanJNDI")
  private static DataSource named(String jndi) {
    if (!jndi.matches(JNDI_NAME)) {
      throw new UnusableErp(
          "'" + jndi + "' is no JNDI name of a data source; write one such as jdbc/erp.");
    }
    try {
      if (new InitialContext().lookup(jndi) instanceof DataSource source) {
        return source;
      }
      throw new UnusableErp("'" + jndi + "' is not a data source of this server.");
    } catch (NamingException e) {
      throw new UnusableErp("The server has no data source '" + jndi + "'.", e);
    }
  }
}

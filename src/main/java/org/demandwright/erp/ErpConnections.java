package org.demandwright.erp;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Opens the ERP's database for a check or an installation, outside the pool where a user is given.
 */
@ApplicationScoped
public class ErpConnections {
  private static final String JNDI_NAME = "(java:(app|comp|module|global|jboss)/|jdbc/)[\\w/.-]+";

  /** Opening a connection takes no longer. */
  private static final Duration OPENING = Duration.ofSeconds(20);

  @Resource(lookup = "java:app/jdbc/erp")
  private DataSource configured;

  @Resource private ManagedExecutorService threads;
  private TimedOpening opening;

  /** For the container. */
  public ErpConnections() {}

  /** Opens connections where no server manages anything. */
  ErpConnections(DataSource configured, TimedOpening opening) {
    this.configured = configured;
    this.opening = opening;
  }

  @PostConstruct
  void prepare() {
    opening = new TimedOpening(threads, OPENING);
  }

  /** What is done on a connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Opens, works, closes. Credentials are used for this one connection and kept nowhere.
   *
   * @param configuredUrl where the configured data source leads, for other credentials on it
   * @param silence how long the database may say nothing
   * @throws UnreachableErp if the database cannot be opened, or breaks off
   * @throws UnusableErp if it refuses the work
   */
  public <T> T with(ErpAccess access, String configuredUrl, Duration silence, Work<T> work) {
    try (Connection connection = opened(access, configuredUrl, silence)) {
      return heard(connection, silence, work);
    } catch (SQLException e) {
      String message = access + " failed: " + DatabaseFailure.words(e) + ".";
      throw DatabaseFailure.isAway(e)
          ? new UnreachableErp(message, e)
          : new UnusableErp(message, e);
    }
  }

  /** A connection of the pool goes back as it came. H2 knows its limit from its opening. */
  private static <T> T heard(Connection connection, Duration silence, Work<T> work)
      throws SQLException {
    if (Dialect.of(connection) == Dialect.H2) {
      return work.on(connection);
    }
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
    try {
      return work.on(connection);
    } finally {
      if (!connection.isClosed()) {
        connection.setNetworkTimeout(Runnable::run, before);
      }
    }
  }

  private Connection opened(ErpAccess access, String configuredUrl, Duration silence) {
    try {
      return opening.open(() -> open(access, configuredUrl, silence));
    } catch (SQLException e) {
      throw new UnreachableErp(access + " cannot be opened: " + DatabaseFailure.words(e) + ".", e);
    }
  }

  private Connection open(ErpAccess access, String configuredUrl, Duration silence)
      throws SQLException {
    if (access.url().isPresent()) {
      return Drivers.openTyped(
          access.url().get(),
          access.user().orElseThrow(),
          access.password().orElseThrow(),
          silence);
    }
    if (access.jndi().isPresent()) {
      DataSource named = named(access.jndi().get());
      return access.user().isPresent()
          ? named.getConnection(access.user().get(), access.password().orElseThrow())
          : named.getConnection();
    }
    return access.user().isPresent()
        ? Drivers.openTrusted(
            configuredUrl, access.user().get(), access.password().orElseThrow(), silence)
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

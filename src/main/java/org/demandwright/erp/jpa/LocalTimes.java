package org.demandwright.erp.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.BindCallCustomParameter;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.Call;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets the unit {@code erp} exchange dates and time stamps with the driver as {@link LocalDate} and
 * {@link LocalDateTime}, as JDBC 4.2 has them.
 *
 * <p>EclipseLink itself goes through {@code java.sql.Date} and {@code Timestamp}, which are moments
 * in the server's time zone. There an hour a year does not exist: a change stamp in UTC that falls
 * into it would be read and asked for an hour later, and lines would be left out. The way through
 * the calendar also costs a fifth of the processor time of a page.
 */
public final class LocalTimes implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    ServerSession server = (ServerSession) session;
    Login login = new Login(server.getLogin());
    server.setDatasourceLogin(login);
    server.getReadConnectionPool().setLogin(login);
    for (ConnectionPool pool : server.getConnectionPools().values()) {
      pool.setLogin(login);
    }
  }

  /** The login as it was, but for the accessor that it builds. */
  private static final class Login extends DatabaseLogin {
    private static final long serialVersionUID = 1L;

    Login(DatabaseLogin original) {
      super(original.getPlatform());
      setConnector(original.getConnector());
      setProperties(original.getProperties());
      setEncryptedPassword(original.getPassword());
      setUsesExternalConnectionPooling(original.shouldUseExternalConnectionPooling());
      setUsesExternalTransactionController(original.shouldUseExternalTransactionController());
    }

    @Override
    public Accessor buildAccessor() {
      return new Reader();
    }
  }

  /** Sends parameters and reads result sets. */
  private static final class Reader extends DatabaseAccessor {
    @Override
    @SuppressWarnings("unchecked")
    public Object executeCall(Call call, AbstractRecord row, AbstractSession session) {
      List<Object> parameters = ((DatabaseCall) call).getParameters();
      parameters.replaceAll(p -> p instanceof LocalDateTime time ? new Parameter(time) : p);
      return super.executeCall(call, row, session);
    }

    @Override
    protected Object getObjectThroughOptimizedDataConversion(
        ResultSet row,
        DatabaseField field,
        int type,
        int column,
        DatabasePlatform platform,
        AbstractSession session)
        throws SQLException {
      Class<?> wanted = field.type;
      return wanted == LocalDate.class || wanted == LocalDateTime.class
          ? row.getObject(column, wanted)
          : super.getObjectThroughOptimizedDataConversion(
              row, field, type, column, platform, session);
    }
  }

  /** A time stamp on its way to the database. */
  private static final class Parameter extends BindCallCustomParameter {
    private static final long serialVersionUID = 1L;

    Parameter(LocalDateTime time) {
      super(time);
    }

    @Override
    public void set(
        DatabasePlatform platform, PreparedStatement statement, int index, AbstractSession session)
        throws SQLException {
      statement.setObject(index, obj);
    }
  }
}

package org.demandwright.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 in memory that counts the statements that are prepared on it. */
public final class CountedStatements {
  private final JdbcDataSource h2 = new JdbcDataSource();
  private int count;

  public CountedStatements() {
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** Returns the database. */
  public DataSource database() {
    return counting(DataSource.class, h2);
  }

  /** Returns how many statements some work takes. */
  public int of(Runnable work) {
    count = 0;
    work.run();
    return count;
  }

  private <T> T counting(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              count += method.getName().equals("prepareStatement") ? 1 : 0;
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof Connection c ? counting(Connection.class, c) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}

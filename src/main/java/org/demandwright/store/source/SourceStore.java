package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.demandwright.store.sql.Sql;

/** The book of the sources that sales lines come from. */
@ApplicationScoped
public class SourceStore {
  private final Sql sql;

  @Inject
  public SourceStore(Sql sql) {
    this.sql = sql;
  }

  SourceStore() {
    this(null);
  }

  /** How a source is read. */
  public enum Kind {
    /** By the canonical views of the configured ERP, or of the database of files. */
    ERP,
    /** From what other systems push. */
    PUSH
  }

  /**
   * A source.
   *
   * @param source as lines, sums and watermarks carry it
   * @param name as people say it
   */
  public record Source(String source, String name, Kind kind) {
    /** Returns whether its lines come by being pushed. */
    public boolean isPushed() {
      return kind == Kind.PUSH;
    }
  }

  /** Returns the expression of the name of the source that a row of a table is of. */
  public static String nameOf(String table) {
    return "(select source_n.name from demand_source source_n where source_n.source = "
        + table
        + ".source)";
  }

  /** Returns all sources, in the order in which they are read. */
  public List<Source> all() {
    return sql.list(
        SourceStore::source,
        "select source, name, kind from demand_source order by rank_no, source");
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(row.getString(1), row.getString(2), Kind.valueOf(row.getString(3)));
  }
}

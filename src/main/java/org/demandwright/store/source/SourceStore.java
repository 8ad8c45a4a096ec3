package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.store.sql.Sql;

/** The book of the sources that sales lines come from, with what their codes are called here. */
@ApplicationScoped
public class SourceStore {
  /** The source that is read by the views of the configured ERP. */
  public static final String FIRST = "dw_sales_line";

  private static final String CODE =
      "select kind, theirs, valid_from, valid_to, ours from source_code where source = ?";

  private static final String SOURCE =
      "select source, name, kind, first_day, last_day, read_anew, gives, standing from demand_source";

  private static final String STANDING = "(standing is null or standing = 'ENDING')";

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
    /** By the canonical views of a further ERP. */
    OTHER_ERP,
    /** From what other systems push. */
    PUSH
  }

  /**
   * A source.
   *
   * @param source as lines, sums and watermarks carry it
   * @param name as people say it
   * @param firstDay of demand for which it counts, empty = from the beginning
   * @param lastDay included, empty = without end
   * @param readAnew whether the next import reads all of its lines, since days or codes changed
   * @param gives what is taken from it beside its lines; nothing from one that lines are pushed
   *     into
   * @param ending whether the next import takes its lines away
   */
  public record Source(
      String source,
      String name,
      Kind kind,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      boolean readAnew,
      Set<MasterKind> gives,
      boolean ending) {
    public Source {
      gives = Collections.unmodifiableSet(gives.isEmpty() ? gives : EnumSet.copyOf(gives));
    }

    /** A source from which all is taken that one of its kind has. */
    public Source(
        String source,
        String name,
        Kind kind,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        boolean readAnew) {
      this(source, name, kind, firstDay, lastDay, readAnew, all(kind), false);
    }

    private static Set<MasterKind> all(Kind kind) {
      return kind == Kind.PUSH ? Set.of() : EnumSet.allOf(MasterKind.class);
    }

    /** Returns whether its lines come by being pushed. */
    public boolean isPushed() {
      return kind == Kind.PUSH;
    }
  }

  /** Where a page of codes ends: they are sorted by kind, code and day. */
  public record Position(String kind, String theirs, LocalDate validFrom) {
    /** Before the first code. */
    public static final Position START = new Position("", "", SourceCode.ALWAYS);
  }

  /** Returns the expression of the name of the source that a row of a table is of. */
  public static String nameOf(String table) {
    return "(select source_n.name from demand_source source_n where source_n.source = "
        + table
        + ".source)";
  }

  /** Returns all sources that are not ended, in the order in which they are read. */
  public List<Source> all() {
    return sql.list(
        SourceStore::source, SOURCE + " where " + STANDING + " order by rank_no, source");
  }

  /** Returns the source of a name. */
  public Optional<Source> find(String name) {
    return sql.first(SourceStore::source, SOURCE + " where name = ? and " + STANDING, name);
  }

  /** Returns whether a source has this name, or one had it of which something is left. */
  public boolean isTaken(String name) {
    return sql.number("select count(*) from demand_source where name = ?", name) > 0;
  }

  /** Makes others that change a source, or push into it, wait until the caller has ended. */
  public void alone(String source) {
    sql.lock("select source from demand_source where source = ?", source);
  }

  /** Adds a source, to be read after all others. */
  public void add(Source added) {
    sql.update(
        "insert into demand_source (source, name, kind, rank_no, first_day, last_day, read_anew)"
            + " select ?, ?, ?, max(rank_no) + 1, ?, ?, ? from demand_source",
        added.source(),
        added.name(),
        added.kind(),
        added.firstDay().orElse(null),
        added.lastDay().orElse(null),
        added.readAnew());
  }

  /** Writes the days on which a source counts; the next import reads all of its lines. */
  public void count(String source, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
    sql.update(
        "update demand_source set first_day = ?, last_day = ?, read_anew = true where source = ?",
        firstDay.orElse(null),
        lastDay.orElse(null),
        source);
  }

  /**
   * Writes what is taken from a source beside its lines.
   *
   * @param gives empty = all
   */
  public void take(String source, Optional<Set<MasterKind>> gives) {
    sql.update(
        "update demand_source set gives = ? where source = ?",
        gives
            .map(
                kinds ->
                    kinds.stream().sorted().map(MasterKind::name).collect(Collectors.joining(",")))
            .orElse(null),
        source);
  }

  /** Gives the ranks that these sources have among themselves in this order. */
  public void arrange(List<String> names) {
    List<Integer> ranks =
        sql.list(
            row -> row.getInt(1),
            "select rank_no from demand_source where kind = ? order by rank_no",
            Kind.OTHER_ERP);
    List<String> present =
        sql.list(
            row -> row.getString(1),
            "select source from demand_source where kind = ? order by rank_no",
            Kind.OTHER_ERP);
    List<String> wanted = new ArrayList<>(names);
    present.stream().filter(source -> !names.contains(source)).forEach(wanted::add);
    if (!wanted.equals(present)) {
      for (int i = 0; i < ranks.size(); i++) {
        sql.update(
            "update demand_source set rank_no = ? where source = ?", ranks.get(i), wanted.get(i));
      }
    }
  }

  /** Removes a source of which nothing is left, and its codes. */
  public void remove(String source) {
    sql.update("delete from source_code where source = ?", source);
    sql.update("delete from demand_source where source = ?", source);
  }

  /** Lets the next import take the lines of a source away. */
  public void letEnd(String source) {
    sql.update(
        "update demand_source set standing = 'ENDING', read_anew = false where source = ?", source);
  }

  /** Ends a source: it is read no more, and its name stays. */
  public void end(String source) {
    sql.update("delete from source_code where source = ?", source);
    sql.update(
        "update demand_source set standing = 'ENDED', read_anew = false where source = ?", source);
  }

  /** Writes what people call a source. */
  public void call(String source, String name) {
    sql.update("update demand_source set name = ? where source = ?", name, source);
  }

  /** Notes that an import begins to read all lines of a source. */
  public void isReadAnew(String source) {
    sql.update("update demand_source set read_anew = false where source = ?", source);
  }

  /** Returns all codes of a source. */
  public List<SourceCode> codes(String source) {
    return sql.list(SourceStore::code, CODE, source);
  }

  /** Returns codes of a source behind a position. */
  public List<SourceCode> codes(String source, Position after, int limit) {
    return sql.list(
        SourceStore::code,
        CODE
            + " and kind >= ? and (kind > ? or theirs > ? or (theirs = ? and valid_from > ?))"
            + " order by kind, theirs, valid_from fetch first ? rows only",
        source,
        after.kind(),
        after.kind(),
        after.theirs(),
        after.theirs(),
        after.validFrom(),
        limit);
  }

  /** Writes codes, in place of those with the same first day; the next import reads all lines. */
  public void write(String source, Collection<SourceCode> codes) {
    codes.forEach(code -> delete(source, code.kind(), code.theirs(), code.validFrom()));
    sql.batch(
        "insert into source_code (source, kind, theirs, valid_from, valid_to, ours)"
            + " values (?, ?, ?, ?, ?, ?)",
        codes.stream()
            .map(
                c ->
                    new Object[] {
                      source, c.kind(), c.theirs(), c.validFrom(), c.validTo(), c.ours()
                    })
            .toList());
    anew(source);
  }

  /** Removes a code, and tells whether it was there; the next import reads all lines. */
  public boolean remove(String source, SourceCode.Kind kind, String theirs, LocalDate validFrom) {
    boolean there = delete(source, kind, theirs, validFrom) > 0;
    if (there) {
      anew(source);
    }
    return there;
  }

  private int delete(String source, SourceCode.Kind kind, String theirs, LocalDate validFrom) {
    return sql.update(
        "delete from source_code where source = ? and kind = ? and theirs = ? and valid_from = ?",
        source,
        kind,
        theirs,
        validFrom);
  }

  private void anew(String source) {
    sql.update("update demand_source set read_anew = true where source = ?", source);
  }

  private static SourceCode code(ResultSet row) throws SQLException {
    return new SourceCode(
        SourceCode.Kind.valueOf(row.getString(1)),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        row.getString(5));
  }

  private static Source source(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString(3));
    String gives = row.getString(7);
    boolean ending = row.getString(8) != null;
    return new Source(
        row.getString(1),
        row.getString(2),
        kind,
        Optional.ofNullable(row.getObject(4, LocalDate.class)),
        Optional.ofNullable(row.getObject(5, LocalDate.class)),
        row.getBoolean(6),
        ending ? Set.of() : gives == null ? Source.all(kind) : kinds(gives),
        ending);
  }

  private static Set<MasterKind> kinds(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(MasterKind::valueOf)
        .collect(Collectors.toSet());
  }
}

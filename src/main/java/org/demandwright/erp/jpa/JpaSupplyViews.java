package org.demandwright.erp.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.erp.SupplyViews;

/**
 * The views of stock and supply. They are asked for by the columns that they have, which an entity
 * cannot, and are walked through once with a cursor of the database: a page behind the last row
 * would make it read the whole view for each.
 */
final class JpaSupplyViews implements SupplyViews {
  private final ErpUnit erp;

  JpaSupplyViews(ErpUnit erp) {
    this.erp = erp;
  }

  @Override
  public Set<String> columns(SupplyTable table) {
    List<?> found =
        erp.read(
            em ->
                em.createNativeQuery(
                        "select distinct lower(column_name) from information_schema.columns"
                            + " where lower(table_name) = '%s'".formatted(table.view()))
                    .getResultList());
    Set<String> there = found.stream().map(Object::toString).collect(Collectors.toSet());
    return table.columns().stream()
        .map(SupplyColumn::name)
        .filter(there::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public void read(
      SupplyTable table,
      Set<String> columns,
      Optional<LocalDate> from,
      int limit,
      Consumer<List<SupplyRow>> pages) {
    String names =
        table.columns().stream()
            .map(SupplyColumn::name)
            .filter(columns::contains)
            .collect(Collectors.joining(", "));
    String query = "select " + names + " from " + table.view() + condition(table, from, "?");
    erp.read(
        em -> {
          em.getTransaction().begin();
          try {
            walk(em.unwrap(Connection.class), query, new Walk(table, columns, from, limit, pages));
          } catch (SQLException e) {
            throw new PersistenceException(query, e);
          } finally {
            end(em);
          }
          return null;
        });
  }

  private record Walk(
      SupplyTable table,
      Set<String> columns,
      Optional<LocalDate> from,
      int limit,
      Consumer<List<SupplyRow>> pages) {}

  private static void end(EntityManager em) {
    if (em.getTransaction().isActive()) {
      em.getTransaction().rollback();
    }
  }

  /** Within a transaction, without which PostgreSQL gives all rows at once. */
  private static void walk(Connection connection, String query, Walk walk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(walk.limit());
      if (isLimited(walk.table(), walk.from())) {
        statement.setObject(1, walk.from().orElseThrow());
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<SupplyRow> page = new ArrayList<>(walk.limit());
        while (rows.next()) {
          page.add(row(rows, walk));
          if (page.size() == walk.limit()) {
            walk.pages().accept(List.copyOf(page));
            page.clear();
          }
        }
        if (!page.isEmpty()) {
          walk.pages().accept(List.copyOf(page));
        }
      }
    }
  }

  private static SupplyRow row(ResultSet row, Walk walk) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (SupplyColumn column : walk.table().columns()) {
      values.add(walk.columns().contains(column.name()) ? value(row, column) : null);
    }
    return new SupplyRow(walk.table(), values);
  }

  private static Object value(ResultSet row, SupplyColumn column) throws SQLException {
    String name = column.name();
    Object value =
        switch (column.type()) {
          case TEXT -> row.getString(name);
          case AMOUNT -> row.getBigDecimal(name);
          case WHOLE -> row.getInt(name);
          case DAY -> row.getObject(name, LocalDate.class);
          case FLAG -> row.getBoolean(name);
        };
    return row.wasNull() ? null : value;
  }

  @Override
  public Extent extent(SupplyTable table, Optional<LocalDate> from) {
    String sum = table.summed().map(c -> "coalesce(sum(%s), 0)".formatted(c.name())).orElse("0");
    return erp.read(
        em -> {
          Query query =
              em.createNativeQuery(
                  "select count(*), %s from %s%s"
                      .formatted(sum, table.view(), condition(table, from, "?1")));
          if (isLimited(table, from)) {
            query.setParameter(1, from.orElseThrow());
          }
          Object[] found = (Object[]) query.getSingleResult();
          return new Extent(
              ((Number) found[0]).longValue(), new BigDecimal(String.valueOf(found[1])));
        });
  }

  private static String condition(SupplyTable table, Optional<LocalDate> from, String mark) {
    return isLimited(table, from)
        ? table
            .dated()
            .map(c -> " where %1$s is null or %1$s >= %2$s".formatted(c.name(), mark))
            .orElseThrow()
        : "";
  }

  private static boolean isLimited(SupplyTable table, Optional<LocalDate> from) {
    return table.dated().isPresent() && from.isPresent();
  }
}

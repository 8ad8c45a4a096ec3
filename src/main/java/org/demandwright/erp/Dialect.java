package org.demandwright.erp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The database products in which an ERP may live. */
public enum Dialect {
  H2("h2"),
  POSTGRESQL("postgresql"),
  MARIADB("mariadb", "mysql");

  private final String[] productNames;

  Dialect(String... productNames) {
    this.productNames = productNames;
  }

  /** Returns the product behind a connection; an unknown one is refused with the known ones. */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return named(product)
        .orElseThrow(
            () ->
                new UnusableErp(
                    "The ERP's database calls itself "
                        + product
                        + "; Demandwright reads from "
                        + known()
                        + "."));
  }

  /** Returns the product of this name in any case, empty where it is none of these. */
  public static Optional<Dialect> named(String product) {
    String wanted = product.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(d -> Arrays.asList(d.productNames).contains(wanted))
        .findFirst();
  }

  /** Returns the names that an adapter may write. */
  public static String known() {
    return Arrays.stream(values()).map(Dialect::toString).collect(Collectors.joining(", "));
  }

  /** Returns the name as an adapter writes it. */
  @Override
  public String toString() {
    return productNames[0];
  }
}

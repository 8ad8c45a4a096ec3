package org.demandwright.erp.jpa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.UnusableErp;

/** Finds out whether the views answer, without reading a row. */
final class ViewProbes {
  /** One probe per view: a query that names every column the product reads, and no row. */
  private static final List<String> PROBES =
      List.of(
          "SalesLineRow",
          "ItemRow",
          "SiteRow",
          "PriceRow",
          "PromotionRow",
          "StockLedgerRow",
          "KitComponentRow",
          "CalendarRow");

  private final ErpUnit erp;

  ViewProbes(ErpUnit erp) {
    this.erp = erp;
  }

  /** Returns what does not answer; empty where everything does. */
  List<String> problems() {
    return unreachable()
        .map(List::of)
        .orElseGet(() -> PROBES.stream().flatMap(this::problemOf).toList());
  }

  /** Asks the database for a sign of life: where it is down, each view would say so after long. */
  private Optional<String> unreachable() {
    try {
      erp.read(em -> em.createNativeQuery("select 1").getSingleResult());
      return Optional.empty();
    } catch (UnusableErp | IllegalStateException e) {
      return Optional.of("the database does not answer: " + DatabaseFailure.words(e));
    }
  }

  /**
   * Returns whether a view that need not be there is: some schema has one of this name, and it can
   * be read from. Asked for in this order, since a query that fails stands in the log.
   */
  boolean isThere(Class<?> entity) {
    String view = viewOf(entity.getSimpleName());
    Object found =
        erp.read(
            em ->
                em.createNativeQuery(
                        "select count(*) from information_schema.tables"
                            + " where lower(table_name) = '"
                            + view
                            + "'")
                    .getSingleResult());
    return ((Number) found).longValue() > 0
        && problemOf(entity.getSimpleName()).findAny().isEmpty();
  }

  private Stream<String> problemOf(String entity) {
    try {
      erp.read(em -> em.createQuery("select v from " + entity + " v where 1 = 0").getResultList());
      return Stream.empty();
    } catch (UnusableErp | IllegalStateException e) {
      return Stream.of(viewOf(entity) + ": " + DatabaseFailure.words(e));
    }
  }

  /** Returns the names of the views that are read. */
  static Set<String> views() {
    return PROBES.stream().map(ViewProbes::viewOf).collect(Collectors.toUnmodifiableSet());
  }

  private static String viewOf(String entity) {
    return "dw_"
        + entity
            .substring(0, entity.length() - "Row".length())
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
  }
}

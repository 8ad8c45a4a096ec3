package org.demandwright.erp.jpa;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
    } catch (PersistenceException | IllegalStateException e) {
      return Optional.of("the database does not answer: " + rootMessage(e));
    }
  }

  private Stream<String> problemOf(String entity) {
    try {
      erp.read(em -> em.createQuery("select v from " + entity + " v where 1 = 0").getResultList());
      return Stream.empty();
    } catch (PersistenceException | IllegalStateException e) {
      return Stream.of(viewOf(entity) + ": " + rootMessage(e));
    }
  }

  private static String viewOf(String entity) {
    return "dw_"
        + entity
            .substring(0, entity.length() - "Row".length())
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    return text.lines().findFirst().orElse(text);
  }
}

package org.demandwright.core.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.ItemKey;

/**
 * Finds rows of stock and supply that cannot be used. Where a promise was broken, more came than
 * was ordered or the stock is less than nothing, that is how things are, and no fault.
 */
public final class SupplyJudge {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
  private static final int MOST_CHARACTERS = 80;
  private static final int MOST_CHARACTERS_OF_NAME = 200;

  private final LocalDate today;
  private final Set<ItemKey> items;
  private final Set<SiteKey> sites;

  /** A site of a company. */
  public record SiteKey(String orgId, String siteId) {}

  /**
   * @param today after which nothing has happened yet
   * @param items that there are
   * @param sites that there are
   */
  public SupplyJudge(LocalDate today, Set<ItemKey> items, Set<SiteKey> sites) {
    this.today = today;
    this.items = Set.copyOf(items);
    this.sites = Set.copyOf(sites);
  }

  /** Returns what is wrong with a row, empty where it can be used. */
  public Optional<FaultyRow> fault(SupplyRow row) {
    String org = row.text("org_id") == null ? "" : row.text("org_id");
    for (int i = 0; i < row.values().size(); i++) {
      SupplyColumn column = row.table().columns().get(i);
      Optional<SupplyFault> fault = fault(column, row.values().get(i), org);
      if (fault.isPresent()) {
        return fault.map(f -> new FaultyRow(row, f, column.name()));
      }
    }
    return together(row);
  }

  private Optional<SupplyFault> fault(SupplyColumn column, Object value, String org) {
    if (value == null || value.equals("")) {
      return isMissing(column, value) ? Optional.of(SupplyFault.MISSING) : Optional.empty();
    }
    return switch (column.type()) {
      case TEXT -> ofText(column, (String) value, org);
      case AMOUNT -> ofAmount(column, (BigDecimal) value);
      case WHOLE -> ofAmount(column, BigDecimal.valueOf((Integer) value));
      case DAY -> ofDay((LocalDate) value);
      case FLAG -> Optional.empty();
    };
  }

  private static boolean isMissing(SupplyColumn column, Object value) {
    return switch (column.need()) {
      case NEEDED -> true;
      case KEY -> value == null || column.meaning() != SupplyColumn.Meaning.COMPANY;
      case KEY_OR_ALL, FREE -> false;
    };
  }

  private Optional<SupplyFault> ofText(SupplyColumn column, String text, String org) {
    int most = column.name().endsWith("_name") ? MOST_CHARACTERS_OF_NAME : MOST_CHARACTERS;
    if (text.length() > most) {
      return Optional.of(SupplyFault.TOO_LONG);
    }
    return switch (column.meaning()) {
      case ITEM -> faultUnless(items.contains(new ItemKey(org, text)), SupplyFault.UNKNOWN_ITEM);
      case SITE -> faultUnless(sites.contains(new SiteKey(org, text)), SupplyFault.UNKNOWN_SITE);
      case CURRENCY -> faultUnless(text.matches("[A-Z]{3}"), SupplyFault.NO_CURRENCY);
      case WEEKDAYS -> faultUnless(text.matches("[1-7]{1,7}"), SupplyFault.NO_WEEKDAYS);
      default -> Optional.empty();
    };
  }

  private static Optional<SupplyFault> ofAmount(SupplyColumn column, BigDecimal amount) {
    if (amount.abs().compareTo(MOST) >= 0) {
      return Optional.of(SupplyFault.TOO_LARGE);
    }
    return switch (column.meaning()) {
      case NOT_NEGATIVE -> faultUnless(amount.signum() >= 0, SupplyFault.NEGATIVE);
      case POSITIVE -> faultUnless(amount.signum() > 0, SupplyFault.NOT_POSITIVE);
      default -> Optional.empty();
    };
  }

  private static Optional<SupplyFault> ofDay(LocalDate day) {
    return faultUnless(
        !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), SupplyFault.IMPLAUSIBLE_DAY);
  }

  private Optional<FaultyRow> together(SupplyRow row) {
    return switch (row.table()) {
      case PURCHASE_LINE -> toCome(row, "ordered_on");
      case PURCHASE_RECEIPT ->
          toCome(row, "received_on")
              .or(
                  () ->
                      isBefore(row, "received_on", "ordered_on")
                          ? wrong(row, SupplyFault.RECEIVED_BEFORE_ORDERED, "received_on")
                          : Optional.empty());
      case SUPPLIER_TERMS ->
          isBefore(row, "valid_to", "valid_from")
              ? wrong(row, SupplyFault.ENDS_BEFORE_BEGIN, "valid_to")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A day of tolerance: it may be tomorrow already where the ERP is. */
  private Optional<FaultyRow> toCome(SupplyRow row, String column) {
    return row.day(column).isAfter(today.plusDays(1))
        ? wrong(row, SupplyFault.DAY_TO_COME, column)
        : Optional.empty();
  }

  private static boolean isBefore(SupplyRow row, String one, String other) {
    return row.day(one) != null && row.day(other) != null && row.day(one).isBefore(row.day(other));
  }

  private static Optional<FaultyRow> wrong(SupplyRow row, SupplyFault fault, String column) {
    return Optional.of(new FaultyRow(row, fault, column));
  }

  private static Optional<SupplyFault> faultUnless(boolean right, SupplyFault fault) {
    return right ? Optional.empty() : Optional.of(fault);
  }
}

package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.core.supply.SupplyText;
import org.demandwright.file.PlainTable;
import org.demandwright.file.UnusableFile;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.supply.SentSupplyStore;
import org.demandwright.store.supply.SentSupplyStore.Sent;

/**
 * Takes tables of stock and supply from those whose ERP does not tell them, such as an installation
 * that reads files: each as a whole, in place of what was sent before. The next import reads them
 * behind the ERPs, judges each row and keeps apart what it cannot use.
 */
@ApplicationScoped
@Transactional
public class SentSupply {
  private static final int LONGEST_ROW = 3_500;
  private static final String COMPANY = "org_id";

  private final SentSupplyStore store;
  private final MasterDataStore masterData;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public SentSupply(
      SentSupplyStore store, MasterDataStore masterData, AuditTrail audit, Clock clock) {
    this.store = store;
    this.masterData = masterData;
    this.audit = audit;
    this.clock = clock;
  }

  SentSupply() {
    this(null, null, null, null);
  }

  /** Returns the tables that can be sent: items come with the lines that name them. */
  public static List<SupplyTable> tables() {
    return Stream.of(SupplyTable.values()).filter(table -> table != SupplyTable.ITEM).toList();
  }

  /**
   * Returns whether a table is refused that lacks a column; the company may be left out where there
   * is one alone.
   */
  public static boolean isNeeded(SupplyColumn column) {
    return column.need() == SupplyColumn.Need.NEEDED
        || column.need() == SupplyColumn.Need.KEY && !column.name().equals(COMPANY);
  }

  /** Returns what was sent of a table; empty where nothing was. */
  public Optional<Sent> find(SupplyTable table) {
    return store.find(table);
  }

  /**
   * Puts a table in the place of what was sent before.
   *
   * @param csv with the names of columns as the contract has them; the company may be left out
   *     where there is one alone; rows of blanks are left out
   * @param seen asked before
   * @throws Refused INVALID if a column is unknown or one that is needed is missing, or a value
   *     cannot be read; nothing is changed then
   */
  public Sent replace(SupplyTable table, byte[] csv, Expected<Optional<Sent>> seen, String by) {
    Optional<Sent> before = store.find(table);
    seen.check(before);
    PlainTable text = read(csv);
    List<String> heading = text.heading();
    List<List<String>> rows = text.rows();
    List<SupplyColumn> columns = columns(table, heading);
    Optional<String> company = heading.contains(COMPANY) ? Optional.empty() : onlyCompany(table);
    List<List<String>> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = rows.get(i);
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        kept.add(readable(columns, company, cells, i + 1));
      }
    }
    List<String> names =
        Stream.concat(company.stream().map(c -> COMPANY), heading.stream()).toList();
    Sent sent = new Sent(table, names, kept.size(), by, clock.now());
    store.replace(sent, kept);
    audit.record("supply-table.replace", subject(table), told(before), told(Optional.of(sent)));
    return sent;
  }

  private static PlainTable read(byte[] csv) {
    try {
      return PlainTable.of(csv);
    } catch (UnusableFile e) {
      throw new Refused(Refused.Kind.INVALID, e.getMessage() + ".");
    }
  }

  private static List<SupplyColumn> columns(SupplyTable table, List<String> heading) {
    Map<String, SupplyColumn> known =
        table.columns().stream().collect(Collectors.toMap(SupplyColumn::name, c -> c));
    Set<String> seen = new HashSet<>();
    for (String name : heading) {
      if (!known.containsKey(name) || !seen.add(name)) {
        throw Refused.because(
            name.isBlank() ? "columns" : name,
            "'%s' %s: a table of this kind has %s."
                .formatted(
                    name, known.containsKey(name) ? "is there twice" : "is no column", all(table)));
      }
    }
    table.columns().stream()
        .filter(SentSupply::isNeeded)
        .map(SupplyColumn::name)
        .filter(name -> !seen.contains(name))
        .findFirst()
        .ifPresent(
            missing -> {
              throw Refused.because(
                  missing,
                  "Column %s is missing: without it a row says nothing.".formatted(missing));
            });
    return heading.stream().map(known::get).toList();
  }

  private static String all(SupplyTable table) {
    return table.columns().stream().map(SupplyColumn::name).collect(Collectors.joining(", "));
  }

  private Optional<String> onlyCompany(SupplyTable table) {
    Set<String> companies =
        masterData.items().keySet().stream().map(ItemKey::orgId).collect(Collectors.toSet());
    if (companies.size() != 1) {
      throw Refused.because(
          COMPANY,
          companies.isEmpty()
              ? "No item is known yet: import sales lines first, or name the company in a column org_id."
              : "There are %d companies: name one in each row of %s, in a column org_id."
                  .formatted(companies.size(), table.view()));
    }
    return companies.stream().findFirst();
  }

  private static List<String> readable(
      List<SupplyColumn> columns, Optional<String> company, List<String> cells, int number) {
    if (cells.size() != columns.size()) {
      throw Refused.because(
          "rows[%d]".formatted(number),
          "Row %d has %d cells where the heading has %d."
              .formatted(number, cells.size(), columns.size()));
    }
    List<String> kept = new ArrayList<>(company.stream().toList());
    int length = 0;
    for (int i = 0; i < cells.size(); i++) {
      SupplyColumn column = columns.get(i);
      try {
        Object value = SupplyText.value(column, cells.get(i));
        kept.add(value == null ? "" : plain(value));
      } catch (IllegalArgumentException e) {
        throw Refused.because(
            "rows[%d].%s".formatted(number, column.name()),
            "Row %d, %s.".formatted(number, e.getMessage()));
      }
      length += cells.get(i).length();
    }
    if (length > LONGEST_ROW) {
      throw Refused.because(
          "rows[%d]".formatted(number),
          "Row %d has more than %d characters.".formatted(number, LONGEST_ROW));
    }
    return kept;
  }

  /** Control characters stand between cells and in none. */
  private static String plain(Object value) {
    return value.toString().replaceAll("\\p{Cntrl}", " ");
  }

  /**
   * Forgets what was sent of a table; the next import forgets its rows.
   *
   * @throws Refused NOT_FOUND where nothing was sent
   */
  public void forget(SupplyTable table, Expected<Optional<Sent>> seen) {
    Optional<Sent> before = store.find(table);
    if (before.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_FOUND, "Nothing was sent of %s.".formatted(table.view()));
    }
    seen.check(before);
    store.forget(table);
    audit.record("supply-table.remove", subject(table), told(before), AuditTrail.NOTHING);
  }

  private static String subject(SupplyTable table) {
    return "supply-table/" + table.view();
  }

  private static Map<String, Object> told(Optional<Sent> sent) {
    return sent.<Map<String, Object>>map(s -> Map.of("rows", s.rows(), "columns", s.columns()))
        .orElse(AuditTrail.NOTHING);
  }
}

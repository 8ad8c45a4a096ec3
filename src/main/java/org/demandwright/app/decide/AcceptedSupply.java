package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.supply.SupplyStore;

/**
 * What was accepted and is waited for, with what the ERP has of it in the morning of a day.
 *
 * <p>What is bought is looked for among the lines of the company's purchase orders ({@link
 * AcceptedOrder}). Where its ERP tells no lines (contract 2 of the views), and of what is sent
 * between sites, it is looked for among what is on its way and was not at the acceptance. An order
 * that is to be moved is found where its day is another, or where it is gone.
 */
final class AcceptedSupply {
  private final LocalDate today;
  private final List<SuggestionCase> waiting;
  private final Map<Long, List<AcceptedOrder.Found>> found;
  private final Map<AnswerStore.OrderLine, BigDecimal> used;
  private final Set<String> withLines = new HashSet<>();
  private final Map<Group, List<AcceptedOrder.Line>> lines = new HashMap<>();
  private final Map<AnswerStore.OrderLine, Optional<LocalDate>> due = new HashMap<>();

  /**
   * What is ordered alike: an item from a vendor, or from any where the ERP does not say; of what
   * is sent, to a site.
   */
  private record Group(String org, String item, SuggestionKind kind) {}

  /**
   * What was accepted.
   *
   * @param order with what the ERP has of it
   * @param outcome what became of it; empty while it is waited for
   */
  record Standing(
      SuggestionCase suggestion, AcceptedOrder order, Optional<SuggestionAnswer> outcome) {
    /** Returns what counts as on its way, base units; 0 where nothing does. */
    BigDecimal onItsWay() {
      return outcome.isPresent() || suggestion.kind().moves() ? BigDecimal.ZERO : order.missing();
    }
  }

  private AcceptedSupply(
      LocalDate today,
      List<SuggestionCase> waiting,
      Map<Long, List<AcceptedOrder.Found>> found,
      Map<AnswerStore.OrderLine, BigDecimal> used) {
    this.today = today;
    this.waiting = waiting;
    this.found = found;
    this.used = used;
  }

  /** Returns what is waited for in the morning of a day. */
  static List<Standing> of(AnswerStore answers, SupplyStore supply, LocalDate today) {
    List<SuggestionCase> waiting = answers.waiting();
    if (waiting.isEmpty()) {
      return List.of();
    }
    AcceptedSupply accepted = of(answers, today, waiting);
    supply.each(SupplyTable.PURCHASE_LINE, accepted::addLine);
    supply.each(SupplyTable.OPEN_SUPPLY, accepted::addSupply);
    return accepted.standing();
  }

  /** Returns what is waited for of an item in the morning of a day. */
  static List<Standing> of(AnswerStore answers, SupplyStore supply, LocalDate today, ItemKey item) {
    List<SuggestionCase> waiting =
        answers.waiting().stream()
            .filter(c -> new ItemKey(c.orgId(), c.itemId()).equals(item))
            .toList();
    if (waiting.isEmpty()) {
      return List.of();
    }
    AcceptedSupply accepted = of(answers, today, waiting);
    if (supply.holds(SupplyTable.PURCHASE_LINE, item.orgId())) {
      accepted.withLines.add(item.orgId());
    }
    List<String> items = List.of(item.itemId());
    supply.ofItems(SupplyTable.PURCHASE_LINE, item.orgId(), items).forEach(accepted::addLine);
    supply.ofItems(SupplyTable.OPEN_SUPPLY, item.orgId(), items).forEach(accepted::addSupply);
    return accepted.standing();
  }

  private static AcceptedSupply of(
      AnswerStore answers, LocalDate today, List<SuggestionCase> waiting) {
    return new AcceptedSupply(
        today,
        waiting,
        answers.found(waiting.stream().map(SuggestionCase::suggestionNo).toList()),
        answers.used());
  }

  private void addLine(SupplyRow row) {
    String org = text(row, "org_id");
    withLines.add(org);
    BigDecimal quantity = row.amount("quantity_ordered");
    if (quantity.signum() > 0) {
      add(
          new Group(org, row.text("item_id"), SuggestionKind.BUY),
          row,
          row.text("line_id"),
          Optional.of(row.day("ordered_on")),
          quantity);
    }
  }

  private void addSupply(SupplyRow row) {
    String org = text(row, "org_id");
    String id = row.text("supply_id");
    due.put(new AnswerStore.OrderLine(org, id), Optional.ofNullable(row.day("due_date")));
    boolean sent = "TRANSFER".equals(row.text("supply_kind"));
    if (sent || !withLines.contains(org)) {
      add(
          new Group(org, row.text("item_id"), sent ? SuggestionKind.TRANSFER : SuggestionKind.BUY),
          row,
          id,
          Optional.empty(),
          row.amount("quantity_open"));
    }
  }

  private void add(
      Group group, SupplyRow row, String id, Optional<LocalDate> orderedOn, BigDecimal quantity) {
    lines
        .computeIfAbsent(group, g -> new ArrayList<>())
        .add(
            new AcceptedOrder.Line(
                id,
                Optional.ofNullable(row.text("site_id")),
                Optional.ofNullable(row.text("vendor_id")),
                Optional.ofNullable(row.text("document_no")),
                orderedOn,
                quantity));
  }

  private static String text(SupplyRow row, String column) {
    return Objects.requireNonNullElse(row.text(column), "");
  }

  private List<Standing> standing() {
    Map<Group, List<SuggestionCase>> groups = new HashMap<>();
    List<Standing> all = new ArrayList<>();
    for (SuggestionCase c : waiting) {
      if (c.kind().moves()) {
        all.add(moved(c));
      } else {
        groups
            .computeIfAbsent(new Group(c.orgId(), c.itemId(), c.kind()), g -> new ArrayList<>())
            .add(c);
      }
    }
    groups.forEach((group, cases) -> all.addAll(matched(group, cases)));
    return all;
  }

  private List<Standing> matched(Group group, List<SuggestionCase> cases) {
    Map<Long, SuggestionCase> byNumber = new HashMap<>();
    cases.forEach(c -> byNumber.put(c.suggestionNo(), c));
    Map<String, BigDecimal> usedUp = new HashMap<>();
    List<AcceptedOrder.Line> ofGroup = lines.getOrDefault(group, List.of());
    for (AcceptedOrder.Line line : ofGroup) {
      BigDecimal units = used.get(new AnswerStore.OrderLine(group.org(), line.id()));
      if (units != null) {
        usedUp.put(line.id(), units);
      }
    }
    return AcceptedOrder.match(cases.stream().map(this::order).toList(), ofGroup, usedUp).stream()
        .map(o -> new Standing(byNumber.get(o.number()), o, o.outcome(today)))
        .toList();
  }

  private AcceptedOrder order(SuggestionCase c) {
    return c.order(found.getOrDefault(c.suggestionNo(), List.of()));
  }

  /** An order that was to be moved is moved where its day is another, or it is gone. */
  private Standing moved(SuggestionCase c) {
    Optional<LocalDate> now = due.get(new AnswerStore.OrderLine(c.orgId(), c.supplyId()));
    boolean gone = now == null;
    boolean done =
        gone
            || switch (c.kind()) {
              case EXPEDITE -> now.filter(day -> day.isBefore(c.expectedOn())).isPresent();
              case POSTPONE -> now.filter(day -> day.isAfter(c.expectedOn())).isPresent();
              default -> false;
            };
    Optional<SuggestionAnswer> outcome =
        done
            ? Optional.of(SuggestionAnswer.ORDERED)
            : Optional.of(SuggestionAnswer.LAPSED).filter(l -> today.isAfter(c.expectedOn()));
    return new Standing(c, order(c), outcome);
  }
}

package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What is suggested to be ordered, by decision. */
@ApplicationScoped
public class SuggestionStore {
  private final Sql sql;

  @Inject
  public SuggestionStore(Sql sql) {
    this.sql = sql;
  }

  SuggestionStore() {
    this(null);
  }

  /** Which suggestions are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> vendor,
      Optional<SuggestionKind> kind,
      Optional<LocalDate> orderBy) {
    /** Everything. */
    public static Filter all() {
      return within(DataScope.unrestricted());
    }

    /** Everything that somebody may see. */
    public static Filter within(DataScope scope) {
      return new Filter(
          scope,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Writes what is suggested for places, under the number that the same had before or a new one;
   * what these places had in this decision is replaced.
   *
   * @param places all that were looked at, also those for which nothing is suggested
   * @param before numbers of what the decision before suggested
   */
  @Transactional
  public void write(
      long decisionId,
      List<Long> places,
      List<SuggestedOrder> orders,
      Map<SuggestedOrder.Identity, Before> before) {
    sql.batch(
        "delete from purchase_suggestion where decision_id = ? and place_no = ?",
        sql
            .listOf(
                row -> row.getLong(1),
                "select distinct p.place_no from (#) n (id) left join purchase_suggestion p"
                    + " on p.decision_id = ? and p.place_no = n.id where p.place_no is not null",
                places,
                decisionId)
            .stream()
            .map(place -> new Object[] {decisionId, place})
            .toList());
    long unknown = orders.stream().filter(o -> !before.containsKey(o.identity())).count();
    Iterator<Long> fresh = sql.next("suggestion_no", (int) unknown).iterator();
    Map<Long, Integer> lines = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    for (SuggestedOrder order : orders) {
      int line = lines.merge(order.place(), 1, Integer::sum) - 1;
      Before known = before.get(order.identity());
      long number = known == null ? fresh.next() : known.number();
      rows.add(SuggestionRows.values(decisionId, order.numbered(line, number)));
    }
    sql.insertAll("purchase_suggestion", "decision_id, " + SuggestionRows.COLUMNS, rows);
  }

  /**
   * Puts what is to be bought for places in the place of what was suggested to be bought; all else
   * that is suggested for them stays.
   */
  @Transactional
  public void replace(
      long decisionId, List<SuggestedOrder> bought, Map<SuggestedOrder.Identity, Before> before) {
    List<Long> places = bought.stream().map(SuggestedOrder::place).toList();
    List<SuggestedOrder> all = new ArrayList<>(bought);
    of(decisionId, places).stream()
        .filter(order -> order.suggestion().kind() != SuggestionKind.BUY)
        .forEach(all::add);
    write(decisionId, places, all, before);
  }

  /**
   * What a decision suggested.
   *
   * @param number of the suggestion
   */
  public record Before(long number, BigDecimal quantity, boolean late) {}

  /** Returns what a decision suggested, by what it is known again. */
  public Map<SuggestedOrder.Identity, Before> before(long decisionId) {
    Map<SuggestedOrder.Identity, Before> found = new HashMap<>();
    sql.each(
        row ->
            Map.entry(
                new SuggestedOrder.Identity(
                    SuggestionKind.valueOf(row.getString("kind")),
                    SuggestionRows.key(row, ""),
                    Optional.ofNullable(row.getString("vendor_id")),
                    Optional.ofNullable(row.getString("from_site_id")),
                    Optional.ofNullable(row.getString("supply_id"))),
                new Before(
                    row.getLong("suggestion_no"),
                    row.getBigDecimal("quantity"),
                    row.getBoolean("late"))),
        entry -> found.put(entry.getKey(), entry.getValue()),
        "select suggestion_no, kind, org_id, item_id, site_id, vendor_id, from_site_id, supply_id,"
            + " quantity, late from purchase_suggestion where decision_id = ?",
        decisionId);
    return found;
  }

  /**
   * Returns what is suggested behind a line of a place, in the order of places and lines.
   *
   * @param place 0 = from the first
   */
  public List<SuggestedOrder> page(
      long decisionId, Filter filter, long place, int line, int limit) {
    return sql.list(
        SuggestionRows::order,
        Query.of(
                "select "
                    + SuggestionRows.COLUMNS
                    + " from purchase_suggestion p where decision_id = ? and place_no >= ?"
                    + " and (place_no > ? or line_no > ?)",
                decisionId,
                place,
                place,
                line)
            .and("org_id = ?", filter.org())
            .and("item_id = ?", filter.item())
            .and("site_id = ?", filter.site())
            .and("vendor_id = ?", filter.vendor())
            .and("kind = ?", filter.kind().map(Enum::name))
            .and("order_by <= ?", filter.orderBy())
            .within(filter.scope(), ScopeColumns.ofSeries("p"))
            .add(" order by place_no, line_no")
            .first(limit));
  }

  /**
   * A suggestion by its number.
   *
   * @param order as the decision has it; empty where that is not kept
   */
  public record Told(SuggestionCase suggestion, Optional<SuggestedOrder> order) {}

  /**
   * Returns suggestions that stand so on a day, behind a number, in the order of their numbers: of
   * those that are open or snoozed the ones of a decision, of others all of its plan.
   */
  public List<Told> told(
      DecisionStore.Decision decision,
      SuggestionState state,
      LocalDate today,
      Filter filter,
      long after,
      int limit) {
    boolean waits = state == SuggestionState.OPEN || state == SuggestionState.SNOOZED;
    Query query =
        Query.of(
            "select "
                + AnswerStore.COLUMNS.names("c")
                + ", "
                + Arrays.stream(SuggestionRows.COLUMNS.split(", "))
                    .map(column -> "p." + column + " p_" + column)
                    .collect(Collectors.joining(", "))
                + " from suggestion_case c "
                + (waits ? "" : "left ")
                + "join purchase_suggestion p on p.suggestion_no = c.suggestion_no");
    if (waits) {
      query.add(" and p.decision_id = ? where c.suggestion_no > ?", decision.decisionId(), after);
    } else {
      query.add(
          " and p.decision_id = c.decision_id where c.plan_name = ? and c.suggestion_no > ?",
          decision.plan(),
          after);
    }
    switch (state) {
      case OPEN ->
          query.and(
              "(c.state = ? or c.state = ? and c.snoozed_until <= ?)",
              SuggestionState.OPEN,
              SuggestionState.SNOOZED,
              today);
      case SNOOZED -> query.and("c.state = ? and c.snoozed_until > ?", state, today);
      default -> query.and("c.state = ?", state);
    }
    return sql.list(
        SuggestionStore::told,
        query
            .and("c.org_id = ?", filter.org())
            .and("c.item_id = ?", filter.item())
            .and("c.site_id = ?", filter.site())
            .and("c.vendor_id = ?", filter.vendor())
            .and("c.kind = ?", filter.kind().map(Enum::name))
            .and("p.order_by <= ?", filter.orderBy())
            .within(filter.scope(), ScopeColumns.ofSeries("c"))
            .add(" order by c.suggestion_no")
            .first(limit));
  }

  private static Told told(ResultSet row) throws SQLException {
    SuggestionCase suggestion = AnswerStore.suggestionCase(row);
    return new Told(
        suggestion,
        row.getObject("p_place_no") == null
            ? Optional.empty()
            : Optional.of(SuggestionRows.order(row, "p_")));
  }

  /** Returns a suggestion as a decision has it. */
  public Optional<SuggestedOrder> find(long decisionId, long suggestionNo) {
    return sql.first(
        SuggestionRows::order,
        "select "
            + SuggestionRows.COLUMNS
            + " from purchase_suggestion where decision_id = ? and suggestion_no = ?",
        decisionId,
        suggestionNo);
  }

  /** Returns what is suggested for places. */
  public List<SuggestedOrder> of(long decisionId, List<Long> places) {
    return sql.listOf(
        SuggestionRows::order,
        "select "
            + SuggestionRows.COLUMNS
            + " from (#) n (id) left join purchase_suggestion p"
            + " on p.decision_id = ? and p.place_no = n.id where p.place_no is not null"
            + " order by place_no, line_no",
        places,
        decisionId);
  }

  /**
   * Returns how much a decision suggests, and the hash of it: the same for the same suggestions,
   * whatever their numbers.
   */
  public Contents contents(long decisionId) {
    ContentHash hash = new ContentHash();
    int columns = SuggestionRows.COLUMNS.split(", ").length;
    long[] rows = {0};
    sql.each(
        row -> {
          rows[0]++;
          hash.add("0", 0L); // in the place of the decision
          for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            if (i != SuggestionRows.NUMBER && (i < SuggestionRows.LATER || value != null)) {
              hash.add(Integer.toString(i), value);
            }
          }
          return null;
        },
        nothing -> {},
        "select "
            + SuggestionRows.COLUMNS
            + " from purchase_suggestion where decision_id = ? order by place_no, line_no",
        decisionId);
    return new Contents(rows[0], hash.hex());
  }
}

package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demandwright.core.decide.AcceptedOrder;
import org.demandwright.core.decide.SuggestionAnswer;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Suggestions by their numbers, what was answered to them, and what the ERP has of it. */
@ApplicationScoped
public class AnswerStore {
  static final RecordColumns<SuggestionCase> COLUMNS = RecordColumns.of(SuggestionCase.class);

  private static final String CASE = "select " + COLUMNS.names("c") + " from suggestion_case c";

  /** What a decision says anew of a suggestion that nobody has answered. */
  private static final List<String> SUGGESTED =
      List.of(
          "decision_id",
          "version_id",
          "last_day",
          "category",
          "abc",
          "quantity",
          "late",
          "purchase_uom",
          "purchase_factor",
          "cost",
          "currency",
          "order_on",
          "expected_on",
          "why",
          "terms");

  private static final int[] SUGGESTED_AT =
      SUGGESTED.stream().mapToInt(Arrays.asList(COLUMNS.names().split(", "))::indexOf).toArray();

  private final Sql sql;

  @Inject
  public AnswerStore(Sql sql) {
    this.sql = sql;
  }

  AnswerStore() {
    this(null);
  }

  /**
   * One thing that happened to a suggestion.
   *
   * @param revision that it has since
   * @param by who; of what a decision found, the job
   * @param quantity that is accepted, or ordered; empty where it is none
   * @param reason empty where none was given
   * @param until the day on which it is open again; empty where it is not snoozed
   */
  public record Answered(
      long suggestionNo,
      long revision,
      Instant at,
      String by,
      SuggestionAnswer answer,
      Optional<BigDecimal> quantity,
      Optional<String> reason,
      Optional<LocalDate> until) {}

  /**
   * Notes what a decision suggests: numbers that are new are open; those that nobody has answered
   * are as it has them now; of all others is noted that they are suggested still.
   */
  @Transactional
  public void note(List<SuggestionCase> suggested) {
    Map<Long, SuggestionState> known = new HashMap<>();
    sql.listIn(
            row -> Map.entry(row.getLong(1), SuggestionState.valueOf(row.getString(2))),
            "select suggestion_no, state from suggestion_case where suggestion_no in (#)",
            suggested.stream().map(SuggestionCase::suggestionNo).toList())
        .forEach(c -> known.put(c.getKey(), c.getValue()));
    sql.insertAll(
        "suggestion_case",
        COLUMNS.names(),
        suggested.stream()
            .filter(c -> !known.containsKey(c.suggestionNo()))
            .map(AnswerStore::values)
            .toList());
    sql.batch(
        "update suggestion_case set %s where suggestion_no = ?"
            .formatted(SUGGESTED.stream().map(c -> c + " = ?").collect(Collectors.joining(", "))),
        suggested.stream()
            .filter(c -> isUnanswered(known.get(c.suggestionNo())))
            .map(AnswerStore::suggestedAnew)
            .toList());
    sql.batch(
        "update suggestion_case set decision_id = ?, last_day = ? where suggestion_no = ?",
        suggested.stream()
            .filter(c -> known.containsKey(c.suggestionNo()))
            .filter(c -> !isUnanswered(known.get(c.suggestionNo())))
            .map(c -> new Object[] {c.decisionId(), c.lastDay(), c.suggestionNo()})
            .toList());
  }

  private static boolean isUnanswered(SuggestionState state) {
    return state == SuggestionState.OPEN || state == SuggestionState.SNOOZED;
  }

  private static Object[] values(SuggestionCase c) {
    Object[] values = new Object[COLUMNS.count()];
    COLUMNS.bind(c, values, 0);
    return values;
  }

  private static Object[] suggestedAnew(SuggestionCase c) {
    Object[] all = values(c);
    Object[] values = new Object[SUGGESTED_AT.length + 1];
    for (int i = 0; i < SUGGESTED_AT.length; i++) {
      values[i] = all[SUGGESTED_AT[i]];
    }
    values[SUGGESTED_AT.length] = c.suggestionNo();
    return values;
  }

  /** Returns a suggestion, empty where there is none within the scope. */
  public Optional<SuggestionCase> find(DataScope scope, long suggestionNo) {
    return sql
        .list(
            AnswerStore::suggestionCase,
            Query.of(CASE + " where c.suggestion_no = ?", suggestionNo)
                .within(scope, ScopeColumns.ofSeries("c")))
        .stream()
        .findFirst();
  }

  /** Returns those of these suggestions that are there. */
  public List<SuggestionCase> cases(Collection<Long> numbers) {
    return sql.listIn(AnswerStore::suggestionCase, CASE + " where c.suggestion_no in (#)", numbers);
  }

  /** Makes others wait who answer the same suggestion, until the caller's transaction ends. */
  public void hold(long suggestionNo) {
    sql.lock("select suggestion_no from suggestion_case where suggestion_no = ?", suggestionNo);
  }

  /**
   * Keeps an answer, unless somebody else answered meanwhile.
   *
   * @param after as it stands afterwards; its revision is one more than that which was seen
   * @return whether it was so still
   */
  @Transactional
  public boolean answer(SuggestionCase after, Answered answered) {
    int changed =
        sql.update(
            "update suggestion_case set state = ?, revision = ?, answered_by = ?, answered_at = ?,"
                + " snoozed_until = ?, reason = ?, accepted_on = ?, accepted = ?,"
                + " accepted_cost = ?, document_no = ?, known_before = ?"
                + " where suggestion_no = ? and revision = ?",
            after.state(),
            after.revision(),
            after.answeredBy(),
            after.answeredAt(),
            after.snoozedUntil(),
            after.reason(),
            after.acceptedOn(),
            after.accepted(),
            after.acceptedCost(),
            after.documentNo(),
            after.knownBefore(),
            after.suggestionNo(),
            after.revision() - 1);
    if (changed == 1) {
      log(answered);
    }
    return changed == 1;
  }

  /** Notes the ERP's number of the order that a suggestion became. */
  @Transactional
  public void name(long suggestionNo, String documentNo) {
    sql.update(
        "update suggestion_case set document_no = ? where suggestion_no = ?",
        documentNo,
        suggestionNo);
  }

  private void log(Answered a) {
    sql.update(
        "insert into suggestion_answer (answer_no, suggestion_no, revision, answered_at,"
            + " answered_by, answer, quantity, reason, snoozed_until)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sql.next("suggestion_answer_no"),
        a.suggestionNo(),
        a.revision(),
        a.at(),
        a.by(),
        a.answer(),
        a.quantity().orElse(null),
        a.reason().orElse(null),
        a.until().orElse(null));
  }

  /** Returns what happened to a suggestion, in order. */
  public List<Answered> answers(long suggestionNo) {
    return sql.list(
        AnswerStore::answered,
        "select suggestion_no, revision, answered_at, answered_by, answer, quantity, reason,"
            + " snoozed_until from suggestion_answer where suggestion_no = ? order by answer_no",
        suggestionNo);
  }

  /** Returns what is accepted and not known to be ordered, whatever plan suggested it. */
  public List<SuggestionCase> waiting() {
    return sql.list(
        AnswerStore::suggestionCase,
        CASE + " where c.state = ? order by c.suggestion_no",
        SuggestionState.ACCEPTED);
  }

  /**
   * A line of the orders of a company.
   *
   * @param id its identity
   */
  public record OrderLine(String org, String id) {}

  /** Returns how much of lines of the ERP is what was accepted and is waited for no longer. */
  public Map<OrderLine, BigDecimal> used() {
    Map<OrderLine, BigDecimal> used = new HashMap<>();
    sql.each(
        row ->
            Map.entry(
                new OrderLine(row.getString("org_id"), row.getString("line_id")),
                row.getBigDecimal("quantity")),
        entry -> used.put(entry.getKey(), entry.getValue()),
        "select c.org_id, o.line_id, sum(o.quantity) quantity from suggestion_order o"
            + " join suggestion_case c on c.suggestion_no = o.suggestion_no"
            + " where c.state <> ? group by c.org_id, o.line_id",
        SuggestionState.ACCEPTED);
    return used;
  }

  /** Returns the lines of the ERP that are suggestions, by their numbers. */
  public Map<Long, List<AcceptedOrder.Found>> found(Collection<Long> numbers) {
    return sql
        .listIn(
            row -> Map.entry(row.getLong("suggestion_no"), found(row)),
            "select suggestion_no, line_id, document_no, quantity from suggestion_order"
                + " where suggestion_no in (#) order by suggestion_no, line_id",
            numbers)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Keeps which lines of the ERP are a suggestion, in the place of what was known. */
  @Transactional
  public void keepFound(long suggestionNo, List<AcceptedOrder.Found> lines) {
    sql.update("delete from suggestion_order where suggestion_no = ?", suggestionNo);
    sql.batch(
        "insert into suggestion_order (suggestion_no, line_id, document_no, quantity)"
            + " values (?, ?, ?, ?)",
        lines.stream()
            .map(
                f -> new Object[] {suggestionNo, f.line(), f.document().orElse(null), f.quantity()})
            .toList());
  }

  /**
   * Hands on the suggestions of a plan that were suggested within a time, those that began first
   * first.
   *
   * @param from first of their last days
   * @param to last of them
   */
  @Transactional
  public void each(
      DataScope scope,
      String plan,
      LocalDate from,
      LocalDate to,
      Consumer<SuggestionCase> consumer) {
    sql.each(
        AnswerStore::suggestionCase,
        consumer,
        Query.of(CASE + " where c.plan_name = ? and c.last_day between ? and ?", plan, from, to)
            .within(scope, ScopeColumns.ofSeries("c"))
            .add(" order by c.suggestion_no"));
  }

  /** Forgets what was suggested last before a day, but for what is waited for. */
  @Transactional
  public int forget(LocalDate before) {
    List<Long> old =
        sql.list(
            row -> row.getLong(1),
            "select suggestion_no from suggestion_case where last_day < ? and state <> ?",
            before,
            SuggestionState.ACCEPTED);
    sql.updateIn("delete from suggestion_answer where suggestion_no in (#)", old);
    sql.updateIn("delete from suggestion_order where suggestion_no in (#)", old);
    sql.updateIn("delete from handover where suggestion_no in (#)", old);
    sql.updateIn("delete from release_done where suggestion_no in (#)", old);
    sql.updateIn("delete from suggestion_case where suggestion_no in (#)", old);
    return old.size();
  }

  static SuggestionCase suggestionCase(ResultSet row) throws SQLException {
    return COLUMNS.read(row, 1);
  }

  private static AcceptedOrder.Found found(ResultSet row) throws SQLException {
    return new AcceptedOrder.Found(
        row.getString("line_id"),
        Optional.ofNullable(row.getString("document_no")),
        row.getBigDecimal("quantity"));
  }

  private static Answered answered(ResultSet row) throws SQLException {
    return new Answered(
        row.getLong("suggestion_no"),
        row.getLong("revision"),
        Sql.instant(row, "answered_at").orElseThrow(),
        row.getString("answered_by"),
        SuggestionAnswer.valueOf(row.getString("answer")),
        Optional.ofNullable(row.getBigDecimal("quantity")),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getObject("snoozed_until", LocalDate.class)));
  }
}

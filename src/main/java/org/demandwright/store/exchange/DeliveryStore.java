package org.demandwright.store.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/** What webhooks are told, and what became of it: an outbox. */
@ApplicationScoped
public class DeliveryStore {
  private static final String ONE = " where delivery_id = ?";

  private final Sql sql;

  @Inject
  public DeliveryStore(Sql sql) {
    this.sql = sql;
  }

  DeliveryStore() {
    this(null);
  }

  /**
   * Something to be told.
   *
   * @param kind its word
   * @param giveUpAt after which it is told no more
   */
  public record Message(String kind, Instant happenedAt, String body, Instant giveUpAt) {}

  /**
   * What came of an attempt.
   *
   * @param code status of the answer, empty where there was none
   * @param answer the beginning of it
   * @param failure why there was none
   */
  public record Outcome(Optional<Integer> code, String answer, String failure) {}

  /**
   * One message to one webhook.
   *
   * @param nextAttempt when it is sent next, of no meaning once it has ended
   * @param outcome of the last attempt, empty before the first
   */
  public record Delivery(
      long deliveryId,
      long webhookId,
      Message message,
      DeliveryStatus status,
      int attempts,
      Instant nextAttempt,
      Optional<Instant> endedAt,
      Optional<Outcome> outcome) {}

  /** Enters a message for every active webhook that wants its kind. */
  @Transactional
  public void add(Message message) {
    insert(message, "active = true and kinds like ?", "%," + message.kind() + ",%");
  }

  /** Enters a message for one webhook, whatever it wants. */
  @Transactional
  public void add(long webhookId, Message message) {
    insert(message, "webhook_id = ?", webhookId);
  }

  private void insert(Message message, String condition, Object parameter) {
    sql.update(
        "insert into webhook_delivery (delivery_id, webhook_id, kind, happened_at, body, status,"
            + " attempts, next_attempt, give_up_at) select nextval('delivery_number'), webhook_id,"
            + " cast(? as varchar), cast(? as timestamp), cast(? as varchar), cast(? as varchar),"
            + " 0, cast(? as timestamp), cast(? as timestamp) from webhook where "
            + condition,
        message.kind(),
        message.happenedAt(),
        message.body(),
        DeliveryStatus.WAITING,
        message.happenedAt(),
        message.giveUpAt(),
        parameter);
  }

  public Optional<Delivery> find(long deliveryId) {
    return sql.first(DeliveryStore::delivery, "select * from webhook_delivery" + ONE, deliveryId);
  }

  /** Returns deliveries of a webhook with a smaller number, newest first. */
  public List<Delivery> before(
      long webhookId, Optional<DeliveryStatus> status, long deliveryId, int limit) {
    return sql.list(
        DeliveryStore::delivery,
        Query.of(
                "select * from webhook_delivery where webhook_id = ? and delivery_id < ?",
                webhookId,
                deliveryId)
            .and("status = ?", status)
            .add(" order by delivery_id desc")
            .first(limit));
  }

  /** Returns deliveries whose time has come and that nobody sends just now, oldest first. */
  public List<Delivery> due(Instant now, int limit) {
    return sql.list(
        DeliveryStore::delivery,
        "select * from webhook_delivery where status = ? and next_attempt <= ?"
            + " and (lease_until is null or lease_until < ?)"
            + " order by next_attempt, delivery_id fetch first ? rows only",
        DeliveryStatus.WAITING,
        now,
        now,
        limit);
  }

  /** Makes the caller the one that sends a delivery: of several that try at once, one succeeds. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean claim(long deliveryId, Instant until, Instant now) {
    return sql.update(
            "update webhook_delivery set lease_until = ?"
                + ONE
                + " and status = ? and next_attempt <= ? and (lease_until is null or lease_until < ?)",
            until,
            deliveryId,
            DeliveryStatus.WAITING,
            now,
            now)
        == 1;
  }

  /**
   * Notes what came of an attempt.
   *
   * @param next when to send again, where it waits
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void note(
      long deliveryId, DeliveryStatus status, Outcome outcome, Instant next, Instant now) {
    sql.update(
        "update webhook_delivery set status = ?, attempts = attempts + 1, next_attempt = ?,"
            + " lease_until = null, ended_at = ?, answer_code = ?, answer = ?, failure = ?"
            + ONE
            + " and status = ?",
        status,
        next,
        status == DeliveryStatus.WAITING ? null : now,
        outcome.code().orElse(null),
        outcome.answer(),
        outcome.failure(),
        deliveryId,
        DeliveryStatus.WAITING);
  }

  /** Sends a delivery that has ended once more, under the same number. */
  @Transactional
  public boolean again(long deliveryId, Instant giveUpAt, Instant now) {
    return again(Query.of("delivery_id = ?", deliveryId), giveUpAt, now) == 1;
  }

  /** Sends what a webhook was told since an instant, and has ended, once more; returns how many. */
  @Transactional
  public int againSince(long webhookId, Instant since, Instant giveUpAt, Instant now) {
    return again(Query.of("webhook_id = ? and happened_at >= ?", webhookId, since), giveUpAt, now);
  }

  private int again(Query which, Instant giveUpAt, Instant now) {
    return sql.update(
        Query.of(
                "update webhook_delivery set status = ?, attempts = 0, next_attempt = ?,"
                    + " give_up_at = ?, ended_at = null where ",
                DeliveryStatus.WAITING,
                now,
                giveUpAt)
            .add(which)
            .and("status <> ?", DeliveryStatus.WAITING));
  }

  /** Forgets deliveries that ended before an instant. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    sql.update("delete from webhook_delivery where ended_at < ?", before);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new Delivery(
        row.getLong("delivery_id"),
        row.getLong("webhook_id"),
        new Message(
            row.getString("kind"),
            Sql.instant(row, "happened_at").orElseThrow(),
            row.getString("body"),
            Sql.instant(row, "give_up_at").orElseThrow()),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Sql.instant(row, "next_attempt").orElseThrow(),
        Sql.instant(row, "ended_at"),
        failure == null
            ? Optional.empty()
            : Optional.of(
                new Outcome(
                    Optional.ofNullable(row.getObject("answer_code", Integer.class)),
                    row.getString("answer"),
                    failure)));
  }
}

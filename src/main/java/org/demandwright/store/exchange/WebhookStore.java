package org.demandwright.store.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.store.sql.Sql;

/** Where other systems want to be told of what happens. */
@ApplicationScoped
public class WebhookStore {
  private static final String ONE = " where webhook_id = ?";

  private final Sql sql;

  @Inject
  public WebhookStore(Sql sql) {
    this.sql = sql;
  }

  WebhookStore() {
    this(null);
  }

  /**
   * What is wanted.
   *
   * @param target an address
   * @param kinds words of what is to be told, at least one
   * @param active whether anything is told
   */
  public record Terms(String target, Set<String> kinds, boolean active) {
    public Terms {
      kinds = Set.copyOf(kinds);
    }
  }

  /**
   * Which secret counts.
   *
   * @param version counts secrets, from 1
   * @param keyMark tells which key of the installation it is derived from
   * @param previousUntil until when the secret before counts, too
   */
  public record SecretState(int version, String keyMark, Optional<Instant> previousUntil) {}

  /** One webhook. */
  public record Webhook(
      long webhookId,
      Terms terms,
      String createdBy,
      Instant createdAt,
      int changes,
      SecretState secret) {}

  /** Enters a webhook and returns its number. */
  @Transactional
  public long add(Terms terms, String keyMark, String by, Instant now) {
    long id = sql.next("webhook_number");
    sql.update(
        "insert into webhook (webhook_id, target, kinds, active, created_by, created_at, changes,"
            + " secret_version, key_mark) values (?, ?, ?, ?, ?, ?, 0, 1, ?)",
        id,
        terms.target(),
        listed(terms.kinds()),
        terms.active(),
        by,
        now,
        keyMark);
    return id;
  }

  /** Makes others who change the same webhook wait until the caller's transaction ends. */
  public void hold(long webhookId) {
    sql.lock("select webhook_id from webhook" + ONE, webhookId);
  }

  public Optional<Webhook> find(long webhookId) {
    return sql.first(WebhookStore::webhook, "select * from webhook" + ONE, webhookId);
  }

  /** Returns webhooks with a greater number, in order. */
  public List<Webhook> after(long webhookId, int limit) {
    return sql.list(
        WebhookStore::webhook,
        "select * from webhook where webhook_id > ? order by webhook_id fetch first ? rows only",
        webhookId,
        limit);
  }

  /** Returns how many there are. */
  public long count() {
    return sql.number("select count(*) from webhook");
  }

  @Transactional
  public void change(long webhookId, Terms terms) {
    sql.update(
        "update webhook set target = ?, kinds = ?, active = ?, changes = changes + 1" + ONE,
        terms.target(),
        listed(terms.kinds()),
        terms.active(),
        webhookId);
  }

  /** Notes another secret. */
  @Transactional
  public void renew(long webhookId, SecretState secret) {
    sql.update(
        "update webhook set secret_version = ?, key_mark = ?, previous_until = ?,"
            + " changes = changes + 1"
            + ONE,
        secret.version(),
        secret.keyMark(),
        secret.previousUntil().orElse(null),
        webhookId);
  }

  /** Removes a webhook with all of its deliveries. */
  @Transactional
  public void remove(long webhookId) {
    sql.update("delete from webhook" + ONE, webhookId);
  }

  private static String listed(Set<String> kinds) {
    return new TreeSet<>(kinds).stream().collect(Collectors.joining(",", ",", ","));
  }

  static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getLong("webhook_id"),
        new Terms(
            row.getString("target"),
            Arrays.stream(row.getString("kinds").split(",", -1))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toSet()),
            row.getBoolean("active")),
        row.getString("created_by"),
        Sql.instant(row, "created_at").orElseThrow(),
        row.getInt("changes"),
        new SecretState(
            row.getInt("secret_version"),
            row.getString("key_mark"),
            Sql.instant(row, "previous_until")));
  }
}

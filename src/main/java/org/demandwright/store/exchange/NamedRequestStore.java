package org.demandwright.store.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** Keeps requests by the keys that their callers gave them, with their answers. */
@ApplicationScoped
public class NamedRequestStore {
  private static final String ONE = " where account_name = ? and idempotency_key = ?";

  private final Sql sql;

  @Inject
  public NamedRequestStore(Sql sql) {
    this.sql = sql;
  }

  NamedRequestStore() {
    this(null);
  }

  /**
   * One request.
   *
   * @param attempt names who carries it out
   * @param digest of all that makes it another request than others
   * @param answer empty while it is under way
   */
  public record Entry(
      String account,
      String key,
      String attempt,
      String digest,
      Instant begunAt,
      Optional<Answer> answer) {}

  /**
   * What the caller was told.
   *
   * @param location null where there was none
   * @param entityTag null where there was none
   * @param body JSON in UTF-8, empty where there was none
   */
  public record Answer(int status, String location, String entityTag, byte[] body) {}

  /**
   * Enters a request unless one with its key stands there; of several members or threads, one
   * enters it.
   *
   * @return the one that stands there now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Entry claim(Entry wanted) {
    sql.insertNew(
        "idempotency_key",
        "account_name, idempotency_key, attempt, request_digest, begun_at",
        List.<Object[]>of(
            new Object[] {
              wanted.account(), wanted.key(), wanted.attempt(), wanted.digest(), wanted.begunAt()
            }));
    return find(wanted.account(), wanted.key()).orElse(wanted);
  }

  public Optional<Entry> find(String account, String key) {
    return sql.first(NamedRequestStore::entry, "select * from idempotency_key" + ONE, account, key);
  }

  /**
   * Gives a request whose attempt came to nothing to another one.
   *
   * @return whether this one has it now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean takeOver(Entry left, String attempt, Instant now) {
    return sql.update(
            "update idempotency_key set attempt = ?, begun_at = ?"
                + ONE
                + " and attempt = ? and status is null",
            attempt,
            now,
            left.account(),
            left.key(),
            left.attempt())
        == 1;
  }

  /** Keeps the answer to a request. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void answer(String account, String key, String attempt, Answer answer) {
    sql.update(
        "update idempotency_key set status = ?, location = ?, entity_tag = ?, answer = ?"
            + ONE
            + " and attempt = ?",
        answer.status(),
        answer.location(),
        answer.entityTag(),
        answer.body(),
        account,
        key,
        attempt);
  }

  /** Forgets a request that changed nothing, so that it may be sent again. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void release(String account, String key, String attempt) {
    sql.update("delete from idempotency_key" + ONE + " and attempt = ?", account, key, attempt);
  }

  /** Forgets requests that were begun before an instant. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void forget(Instant before) {
    sql.update("delete from idempotency_key where begun_at < ?", before);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    Optional<Answer> answer =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Answer(
                    status,
                    row.getString("location"),
                    row.getString("entity_tag"),
                    row.getBytes("answer")));
    return new Entry(
        row.getString("account_name"),
        row.getString("idempotency_key"),
        row.getString("attempt"),
        row.getString("request_digest"),
        Sql.instant(row, "begun_at").orElseThrow(),
        answer);
  }
}

package org.demandwright.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.StoreException;
import org.demandwright.store.Stores;

/** What the store of accounts does. */
public final class AccessExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");

  private AccessExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            AccountStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (accounts, stores) -> {
              assertThat(accounts.isEmpty()).isTrue();
              Account ann = Account.local("ann", "hash", Set.of("PLANNER", "ADMIN"), NOW);
              Account bob = Account.outside("bob", "https://idp|1", Set.of("VIEWER"), NOW);
              accounts.add(ann);
              accounts.add(bob.withExpiry(of(NOW.plusSeconds(9))));
              assertThat(accounts.find("ann")).contains(ann);
              assertThat(accounts.find("eve")).isEmpty();
              assertThat(accounts.ofSubject("https://idp|1"))
                  .contains(bob.withExpiry(of(NOW.plusSeconds(9))));
              assertThat(accounts.ofSubject("https://idp|2")).isEmpty();
              assertThat(accounts.isEmpty()).isFalse();
              assertThat(accounts.holding("ADMIN")).containsExactly(ann);
              DataScope part =
                  new DataScope(of(Set.of("nl", "be")), of(Set.of("")), Optional.empty());
              accounts.add(Account.client("erp", Set.of("API"), NOW).withScope(part));
              Account erp = accounts.find("erp").orElseThrow();
              assertThat(erp.scope()).isEqualTo(part);
              DataScope other =
                  new DataScope(Optional.empty(), Optional.empty(), of(Set.of("tea")));
              accounts.change(erp.withScope(other));
              assertThat(accounts.after(true, "", 9).get(0).scope()).isEqualTo(other);
              assertThatThrownBy(() -> accounts.add(ann)).isInstanceOf(StoreException.class);
            }),
        new StoreExample<>(
            AccountStore.class,
            Does.PAGE_IN_ORDER,
            (accounts, stores) -> {
              for (String name : List.of("dan", "ann", "cat", "bob")) {
                accounts.add(Account.local(name, "hash", Set.of("PLANNER"), NOW));
                accounts.add(Account.client("erp-" + name, Set.of("API"), NOW));
              }
              assertThat(
                      StoreExample.followed(
                          "", (name, limit) -> accounts.after(false, name, limit), Account::name))
                  .extracting(Account::name)
                  .containsExactly("ann", "bob", "cat", "dan");
              assertThat(accounts.after(true, "erp-bob", 9))
                  .extracting(Account::name)
                  .containsExactly("erp-cat", "erp-dan");
            }),
        new StoreExample<>(
            AccountStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (accounts, stores) -> {
              Account ann = Account.local("ann", "hash", Set.of("PLANNER"), NOW);
              accounts.add(ann);
              accounts.cameIn("ann", NOW.plusSeconds(1));
              Account locked =
                  ann.withPassword("other", true).withLock(of(NOW)).withRoles(Set.of("VIEWER"));
              assertThat(accounts.change(locked)).isTrue();
              assertThat(accounts.change(locked)).as("another change came first").isFalse();
              Account now = accounts.find("ann").orElseThrow();
              assertThat(now.passwordHash()).contains("other");
              assertThat(now.mustChange()).isTrue();
              assertThat(now.lockedAt()).contains(NOW);
              assertThat(now.roles()).containsExactly("VIEWER");
              assertThat(now.lastLogin()).contains(NOW.plusSeconds(1));
              assertThat(now.changes()).isEqualTo(1);
              assertThat(accounts.change(now.retired(NOW))).isTrue();
              assertThat(accounts.find("ann").orElseThrow().state(NOW))
                  .isEqualTo(Account.State.RETIRED);
            }),
        new StoreExample<>(
            ScopeNameStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (names, stores) -> {
              stores.sql().update("insert into series values (1, 'nl', 'tea', 'S1', '')");
              stores
                  .sql()
                  .update("insert into site (org_id, site_id, site_name) values ('be', 'S2', '')");
              stores
                  .sql()
                  .update(
                      "insert into item (org_id, item_id, item_code, item_name, category, uom_id)"
                          + " values ('de', 'cup', '', '', 'china', 'ea')");
              Set<String> asked = Set.of("nl", "be", "de", "fr", "S1", "S2", "china", "tea");
              DataScope scope = new DataScope(of(asked), of(asked), of(asked));
              assertThat(names.unknownCompanies(scope))
                  .containsExactly("S1", "S2", "china", "fr", "tea");
              assertThat(names.unknownSites(scope))
                  .containsExactly("be", "china", "de", "fr", "nl", "tea");
              assertThat(names.unknownCategories(scope)).contains("tea", "nl").hasSize(7);
              assertThat(names.unknownSites(DataScope.unrestricted())).isEmpty();
            }),
        new StoreExample<>(
            SecretStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (secrets, stores) -> {
              client(stores, "erp");
              SecretStore.Secret first = secrets.add(secret("erp", "h1"));
              SecretStore.Secret second = secrets.add(secret("erp", "h2"));
              assertThat(secrets.of("erp")).containsExactly(first, second);
              assertThat(secrets.find("h2")).contains(second);
              secrets.used(first.secretId(), NOW.plusSeconds(5));
              assertThat(secrets.find("h1").orElseThrow().lastUsedAt())
                  .contains(NOW.plusSeconds(5));
              secrets.give("t1", second.secretId(), NOW, NOW.plusSeconds(60));
              assertThat(secrets.given("t1", NOW)).contains(second);
              assertThat(secrets.given("t1", NOW.plusSeconds(60))).isEmpty();
              secrets.give("t2", second.secretId(), NOW.plusSeconds(60), NOW.plusSeconds(90));
              assertThat(secrets.given("t1", NOW)).as("forgotten once expired").isEmpty();
            }),
        new StoreExample<>(
            SecretStore.class,
            Does.FORGET,
            (secrets, stores) -> {
              client(stores, "erp");
              client(stores, "mrp");
              SecretStore.Secret first = secrets.add(secret("erp", "h1"));
              SecretStore.Secret other = secrets.add(secret("mrp", "h2"));
              secrets.give("t1", first.secretId(), NOW, NOW.plusSeconds(60));
              assertThat(secrets.remove("mrp", first.secretId())).isFalse();
              assertThat(secrets.remove("erp", first.secretId())).isTrue();
              assertThat(secrets.given("t1", NOW)).isEmpty();
              assertThat(secrets.find("h1")).isEmpty();
              assertThat(secrets.of("mrp")).containsExactly(other);
            }),
        new StoreExample<>(
            AuditEventStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (audit, stores) -> {
              audit.add(event(1, "ann", "correction.add", Optional.of("{\"units\":\"3\"}")));
              audit.add(event(2, "bob", "correction.withdraw", Optional.empty()));
              assertThat(
                      audit.older(AuditEventStore.Position.NEWEST, AuditEventStore.Filter.ALL, 9))
                  .containsExactly(
                      numbered(event(2, "bob", "correction.withdraw", Optional.empty()), 2),
                      numbered(
                          event(1, "ann", "correction.add", Optional.of("{\"units\":\"3\"}")), 1));
              assertThat(
                      numbers(
                          audit,
                          new AuditEventStore.Filter(of("ann"), none(), none(), none(), none())))
                  .containsExactly(1L);
              assertThat(
                      numbers(
                          audit,
                          new AuditEventStore.Filter(
                              none(), of("correction.withdraw"), none(), none(), none())))
                  .containsExactly(2L);
              assertThat(
                      numbers(
                          audit,
                          new AuditEventStore.Filter(
                              none(), none(), of("correction/1"), none(), none())))
                  .containsExactly(1L);
              assertThat(
                      numbers(
                          audit,
                          new AuditEventStore.Filter(
                              none(),
                              none(),
                              none(),
                              of(NOW.plusSeconds(1)),
                              of(NOW.plusSeconds(2)))))
                  .containsExactly(1L);
            }),
        new StoreExample<>(
            AuditEventStore.class,
            Does.PAGE_IN_ORDER,
            (audit, stores) -> {
              for (int second : new int[] {3, 1, 2, 2, 5}) {
                audit.add(event(second, "ann", "event.add", Optional.empty()));
              }
              assertThat(
                      StoreExample.followed(
                          AuditEventStore.Position.NEWEST,
                          (than, limit) -> audit.older(than, AuditEventStore.Filter.ALL, limit),
                          e -> new AuditEventStore.Position(e.happenedAt(), e.eventId())))
                  .extracting(AuditEvent::eventId)
                  .containsExactly(5L, 1L, 4L, 3L, 2L);
            }),
        new StoreExample<>(
            AuditEventStore.class,
            Does.FORGET,
            (audit, stores) -> {
              audit.add(event(1, "ann", "event.add", Optional.empty()));
              audit.add(event(2, "ann", "event.add", Optional.empty()));
              assertThat(audit.forget(NOW.plusSeconds(2))).isEqualTo(1);
              assertThat(numbers(audit, AuditEventStore.Filter.ALL)).containsExactly(2L);
            }));
  }

  private static void client(Stores stores, String name) {
    new AccountStore(stores.sql()).add(Account.client(name, Set.of("API"), NOW));
  }

  private static SecretStore.Secret secret(String account, String hash) {
    return new SecretStore.Secret(
        0, account, hash, NOW, "admin", of(NOW.plusSeconds(99)), Optional.empty());
  }

  private static AuditEvent event(int second, String actor, String action, Optional<String> after) {
    return new AuditEvent(
        0,
        NOW.plusSeconds(second),
        actor,
        "10.0.0.1",
        "r-" + second,
        action,
        "correction/" + second,
        Optional.empty(),
        after);
  }

  private static AuditEvent numbered(AuditEvent e, long number) {
    return new AuditEvent(
        number,
        e.happenedAt(),
        e.actor(),
        e.address(),
        e.requestId(),
        e.action(),
        e.subject(),
        e.before(),
        e.after());
  }

  private static List<Long> numbers(AuditEventStore audit, AuditEventStore.Filter filter) {
    return audit.older(AuditEventStore.Position.NEWEST, filter, 9).stream()
        .map(AuditEvent::eventId)
        .toList();
  }

  private static <T> Optional<T> of(T value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}

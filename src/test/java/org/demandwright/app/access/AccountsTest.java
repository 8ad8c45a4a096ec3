package org.demandwright.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.KnownAccounts;
import org.demandwright.security.RandomSecret;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AccountStore;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.access.ScopeNameStore;
import org.demandwright.store.access.SecretStore;
import org.junit.jupiter.api.Test;

/** Accounts of people and systems, without the hashing that a server brings. */
class AccountsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Accounts.Change NOTHING = change(null, null);

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final AccountStore store = new AccountStore(stores.sql());
  private final AccountLife life =
      new AccountLife(
          store,
          new ScopeNameStore(stores.sql()),
          new KnownAccounts(store, new Clock()),
          stores.audit(),
          new Clock());
  private final Accounts accounts = new Accounts(store, life, null, new Clock());
  private final ApiClients clients =
      new ApiClients(store, new SecretStore(stores.sql()), life, new Clock());

  @Test
  void the_last_administrator_stays_one() {
    store.add(Account.local("ann", "hash", Set.of("ADMIN"), NOW));
    store.add(Account.local("bob", "hash", Set.of("ADMIN"), NOW).withExpiry(later()));
    store.add(Account.client("erp", Set.of("ADMIN"), NOW));
    for (Accounts.Change wanted :
        List.of(
            change(Set.of("PLANNER"), null),
            change(null, true),
            new Accounts.Change(
                Optional.empty(), Optional.empty(), Optional.of(later()), Optional.empty()))) {
      assertKind(Refused.Kind.CONFLICT, () -> accounts.change("ann", wanted, Expected.anything()));
    }
    assertKind(Refused.Kind.CONFLICT, () -> accounts.retire("ann"));
    store.add(Account.local("cat", "hash", Set.of("ADMIN"), NOW));
    accounts.change("ann", change(null, true), Expected.anything());
    assertThat(accounts.one("ann").state()).isEqualTo(Account.State.LOCKED);
    assertKind(Refused.Kind.CONFLICT, () -> accounts.retire("cat"));
  }

  @Test
  void an_account_is_changed_as_it_was_seen_or_not_at_all() {
    store.add(Account.local("ann", "hash", Set.of("PLANNER"), NOW));
    AccountRecord seen = accounts.one("ann");
    AccountRecord viewer = accounts.change("ann", change(Set.of("VIEWER"), null), as(seen));
    assertThat(viewer.roles()).containsExactly("VIEWER");
    assertThat(viewer.version()).isGreaterThan(seen.version());
    assertKind(
        Refused.Kind.STALE, () -> accounts.change("ann", change(Set.of("API"), null), as(seen)));
    accounts.retire("ann");
    assertKind(Refused.Kind.CONFLICT, () -> accounts.change("ann", NOTHING, Expected.anything()));
  }

  @Test
  void names_are_given_once_and_roles_are_ours() {
    clients.add("erp", Set.of("API"), DataScope.unrestricted(), Optional.empty());
    clients.retire("erp");
    assertKind(
        Refused.Kind.CONFLICT,
        () -> clients.add("erp", Set.of("API"), DataScope.unrestricted(), Optional.empty()));
    for (String name : List.of("", "a b", "system", ".x", "x".repeat(81))) {
      assertKind(
          Refused.Kind.INVALID,
          () -> clients.add(name, Set.of("API"), DataScope.unrestricted(), Optional.empty()));
    }
    assertKind(
        Refused.Kind.INVALID,
        () -> clients.add("mrp", Set.of(), DataScope.unrestricted(), Optional.empty()));
    assertKind(
        Refused.Kind.INVALID,
        () -> clients.add("mrp", Set.of("ROOT"), DataScope.unrestricted(), Optional.empty()));
    assertKind(
        Refused.Kind.INVALID,
        () -> clients.add("mrp", Set.of("API"), DataScope.unrestricted(), Optional.of(NOW)));
  }

  @Test
  void roles_of_an_identity_provider_are_changed_there() {
    store.add(Account.outside("ola", "idp 1", Set.of("PLANNER"), NOW));
    assertKind(
        Refused.Kind.CONFLICT,
        () -> accounts.change("ola", change(Set.of("ADMIN"), null), Expected.anything()));
    assertThat(accounts.change("ola", change(null, true), Expected.anything()).state())
        .isEqualTo(Account.State.LOCKED);
    assertKind(Refused.Kind.CONFLICT, () -> accounts.resetPassword("ola"));
  }

  @Test
  void a_secret_is_told_once_and_kept_as_a_hash_and_five_are_enough() {
    clients.add("erp", Set.of("API"), DataScope.unrestricted(), Optional.empty());
    ApiClients.NewKey first = clients.addKey("erp", Optional.empty(), "ann");
    assertThat(first.secret()).startsWith("dws_").hasSizeGreaterThan(40);
    assertThat(clients.one("erp").keys()).containsExactly(first.key());
    assertThat(new SecretStore(stores.sql()).find(RandomSecret.hash(first.secret()))).isPresent();
    for (int i = 0; i < 4; i++) {
      clients.addKey("erp", later(), "ann");
    }
    assertKind(Refused.Kind.CONFLICT, () -> clients.addKey("erp", Optional.empty(), "ann"));
    clients.removeKey("erp", first.key().keyId());
    assertKind(Refused.Kind.NOT_FOUND, () -> clients.removeKey("erp", first.key().keyId()));
    assertThat(told()).noneMatch(text -> text.contains(first.secret()));
    clients.retire("erp");
    assertThat(clients.one("erp").keys()).isEmpty();
    assertKind(Refused.Kind.CONFLICT, () -> clients.addKey("erp", Optional.empty(), "ann"));
  }

  @Test
  void what_is_done_to_an_account_is_recorded_with_before_and_after() {
    store.add(Account.local("ann", "hash", Set.of("PLANNER"), NOW));
    accounts.change("ann", change(Set.of("VIEWER"), true), Expected.anything());
    AuditEvent event =
        new AuditEventStore(stores.sql())
            .older(AuditEventStore.Position.NEWEST, AuditEventStore.Filter.ALL, 1)
            .get(0);
    assertThat(event.action()).isEqualTo("account.change");
    assertThat(event.subject()).isEqualTo("account/ann");
    assertThat(event.before().orElseThrow())
        .contains("\"roles\":[\"PLANNER\"]", "\"state\":\"ACTIVE\"")
        .doesNotContain("hash");
    assertThat(event.after().orElseThrow())
        .contains("\"roles\":[\"VIEWER\"]", "\"state\":\"LOCKED\"");
  }

  @Test
  void a_scope_names_what_the_data_knows_and_is_recorded() {
    stores
        .sql()
        .update("insert into site (org_id, site_id, site_name) values ('nl', 'S1', 'Lisse')");
    store.add(Account.local("ann", "hash", Set.of("PLANNER"), NOW));
    DataScope lisse = new DataScope(Optional.of(Set.of("nl")), Optional.of(Set.of("S1")), none());
    for (DataScope wrong :
        List.of(
            new DataScope(Optional.of(Set.of("nl", "be")), none(), none()),
            new DataScope(none(), Optional.of(Set.of("S2")), none()),
            new DataScope(none(), none(), Optional.of(Set.of("tea"))))) {
      assertKind(
          Refused.Kind.INVALID, () -> accounts.change("ann", seeing(wrong), Expected.anything()));
      assertKind(Refused.Kind.INVALID, () -> clients.add("erp", Set.of("API"), wrong, none()));
    }
    assertThat(accounts.change("ann", seeing(lisse), Expected.anything()).scope()).isEqualTo(lisse);
    assertThat(clients.add("erp", Set.of("API"), lisse, none()).account().scope()).isEqualTo(lisse);
    stores.sql().update("delete from site");
    accounts.change("ann", seeing(lisse), Expected.anything()); // as it is already
    assertThat(accounts.change("ann", NOTHING, Expected.anything()).scope()).isEqualTo(lisse);
    accounts.change("ann", seeing(DataScope.unrestricted()), Expected.anything());
    assertThat(accounts.one("ann").scope()).isEqualTo(DataScope.unrestricted());
    assertThat(told()).anyMatch(text -> text.contains("\"scope\":{\"companies\":[\"nl\"],"));
  }

  private static Accounts.Change seeing(DataScope scope) {
    return new Accounts.Change(none(), none(), none(), Optional.of(scope));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private List<String> told() {
    return stores
        .sql()
        .list(
            row -> row.getString("before_json") + row.getString("after_json"),
            "select before_json, after_json from audit_event");
  }

  private static Optional<Instant> later() {
    return Optional.of(Instant.parse("2099-01-01T00:00:00Z"));
  }

  private static Accounts.Change change(Set<String> roles, Boolean locked) {
    return new Accounts.Change(
        Optional.ofNullable(roles),
        Optional.ofNullable(locked),
        Optional.empty(),
        Optional.empty());
  }

  private static Expected<AccountRecord> as(AccountRecord seen) {
    return now -> {
      if (!now.equals(seen)) {
        throw new Refused(Refused.Kind.STALE, "changed");
      }
    };
  }

  private static void assertKind(Refused.Kind kind, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
  }
}

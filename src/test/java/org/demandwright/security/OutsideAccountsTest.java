package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.Origin;
import org.demandwright.security.oidc.NotVouched;
import org.demandwright.security.oidc.Vouched;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.access.AccountStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAccountsTest {
  private static final Origin HERE = new Origin("", "127.0.0.1", "");
  private static final Set<String> PLANNER = Set.of(Roles.PLANNER);
  private static final Set<String> VIEWER = Set.of(Roles.VIEWER);

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final AccountStore accounts = new AccountStore(stores.sql());
  private final OutsideAccounts outside =
      new OutsideAccounts(
          accounts, new KnownAccounts(accounts, new Clock()), stores.audit(), new Clock());

  @Test
  void two_tokens_of_one_account_keep_their_own_roles() throws NotVouched {
    outside.of(new Vouched("s-1", "pia", PLANNER), HERE);

    assertThat(outside.ofToken(new Vouched("s-1", "pia", VIEWER), HERE).roles()).isEqualTo(VIEWER);
    assertThat(outside.ofToken(new Vouched("s-1", "pia", PLANNER), HERE).roles())
        .isEqualTo(PLANNER);
    assertThat(accounts.find("pia").orElseThrow().changes()).as("nothing is written").isZero();
  }

  @Test
  void a_login_brings_the_roles_that_hold_from_then_on() throws NotVouched {
    outside.of(new Vouched("s-1", "pia", PLANNER), HERE);
    assertThat(outside.of(new Vouched("s-1", "pia", VIEWER), HERE).roles()).isEqualTo(VIEWER);
    assertThat(accounts.find("pia").orElseThrow().roles()).isEqualTo(VIEWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "Nobody", "nightly", "", "a b", "a/../b", "-x", "añá"})
  void names_that_no_account_may_have_are_refused(String name) {
    assertThatThrownBy(() -> outside.of(new Vouched("s-1", name, PLANNER), HERE))
        .isInstanceOf(NotVouched.class)
        .hasMessageContaining("a name has 1 to 80");
    assertThat(accounts.find(name)).isEmpty();
  }
}

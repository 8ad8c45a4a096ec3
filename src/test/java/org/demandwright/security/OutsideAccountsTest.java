package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.Origin;
import org.demandwright.security.oidc.NotVouched;
import org.demandwright.security.oidc.Vouched;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.access.Account;
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
  private final OutsideAccounts outside = outside(Map.of());

  private OutsideAccounts outside(Map<String, String> settings) {
    return new OutsideAccounts(
        accounts,
        new KnownAccounts(accounts, new Clock()),
        stores.audit(),
        new Clock(),
        new Settings(new GivenConfig(settings)));
  }

  private static Vouched vouched(String name, Set<String> roles) {
    return new Vouched("s-1", name, roles, Optional.empty());
  }

  private static Vouched seeing(String... companies) {
    return new Vouched(
        "s-1", "pia", PLANNER, Optional.of(DataScope.ofCompanies(Set.of(companies))));
  }

  @Test
  void a_first_login_sees_what_is_set_and_keeps_what_an_administrator_says() throws NotVouched {
    assertThat(outside.of(vouched("pia", PLANNER), HERE).scope().isUnrestricted()).isTrue();
    Account pia = accounts.find("pia").orElseThrow();
    accounts.change(pia.withScope(DataScope.ofCompanies(Set.of("NL"))));
    assertThat(outside.of(vouched("pia", VIEWER), HERE).scope())
        .isEqualTo(DataScope.ofCompanies(Set.of("NL")));

    OutsideAccounts careful = outside(Map.of("dw.oidc.new-account-companies", "DE, FR"));
    Vouched tom = new Vouched("s-2", "tom", PLANNER, Optional.empty());
    assertThat(careful.ofToken(tom, HERE).scope())
        .isEqualTo(DataScope.ofCompanies(Set.of("DE", "FR")));
    assertThat(careful.of(vouched("pia", VIEWER), HERE).scope())
        .as("who is there keeps theirs")
        .isEqualTo(DataScope.ofCompanies(Set.of("NL")));
  }

  @Test
  void where_the_provider_says_companies_a_login_brings_them_and_a_token_has_its_own()
      throws NotVouched {
    assertThat(outside.of(seeing("NL"), HERE).scope())
        .isEqualTo(DataScope.ofCompanies(Set.of("NL")));
    Account pia = accounts.find("pia").orElseThrow();
    DataScope atOne =
        new DataScope(Optional.of(Set.of("NL")), Optional.of(Set.of("S1")), Optional.empty());
    accounts.change(pia.withScope(atOne));
    DataScope de =
        new DataScope(Optional.of(Set.of("DE")), Optional.of(Set.of("S1")), Optional.empty());
    assertThat(outside.ofToken(seeing("DE"), HERE).scope()).isEqualTo(de);
    assertThat(accounts.find("pia").orElseThrow().scope()).isEqualTo(atOne);
    assertThat(outside.of(seeing("DE"), HERE).scope()).isEqualTo(de);
    assertThat(accounts.find("pia").orElseThrow().scope()).isEqualTo(de);
  }

  @Test
  void two_tokens_of_one_account_keep_their_own_roles() throws NotVouched {
    outside.of(vouched("pia", PLANNER), HERE);

    assertThat(outside.ofToken(vouched("pia", VIEWER), HERE).roles()).isEqualTo(VIEWER);
    assertThat(outside.ofToken(vouched("pia", PLANNER), HERE).roles()).isEqualTo(PLANNER);
    assertThat(accounts.find("pia").orElseThrow().changes()).as("nothing is written").isZero();
  }

  @Test
  void a_login_brings_the_roles_that_hold_from_then_on() throws NotVouched {
    outside.of(vouched("pia", PLANNER), HERE);
    assertThat(outside.of(vouched("pia", VIEWER), HERE).roles()).isEqualTo(VIEWER);
    assertThat(accounts.find("pia").orElseThrow().roles()).isEqualTo(VIEWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "Nobody", "nightly", "", "a b", "a/../b", "-x", "añá"})
  void names_that_no_account_may_have_are_refused(String name) {
    assertThatThrownBy(() -> outside.of(vouched(name, PLANNER), HERE))
        .isInstanceOf(NotVouched.class)
        .hasMessageContaining("a name has 1 to 80");
    assertThat(accounts.find(name)).isEmpty();
  }
}

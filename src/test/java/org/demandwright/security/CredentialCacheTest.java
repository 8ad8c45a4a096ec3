package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.demandwright.core.demand.DataScope;
import org.junit.jupiter.api.Test;

class CredentialCacheTest {
  private final TestClock clock = new TestClock();
  private final CredentialCache cache = new CredentialCache(clock);

  @Test
  void knows_exactly_these_credentials_for_a_minute() {
    Caller erp = new Caller("erp", Set.of("API"), DataScope.unrestricted(), 0, false);
    cache.remember(erp, "secret".toCharArray());
    assertThat(cache.find("erp", "secret".toCharArray())).contains(erp);
    assertThat(cache.find("erp", "Secret".toCharArray())).isEmpty();
    assertThat(cache.find("erps", "ecret".toCharArray())).isEmpty();
    clock.pass(CredentialCache.LIFE);
    assertThat(cache.find("erp", "secret".toCharArray())).isEmpty();
  }
}

package org.demandwright.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.StoreException;

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
              Account ann = new Account("ann", "hash", Set.of("planner", "admin"), NOW);
              accounts.add(ann);
              accounts.add(new Account("bob", "other", Set.of("planner"), NOW));
              assertThat(accounts.find("ann")).contains(ann);
              assertThat(accounts.find("eve")).isEmpty();
              assertThat(accounts.isEmpty()).isFalse();
              assertThatThrownBy(() -> accounts.add(ann)).isInstanceOf(StoreException.class);
            }));
  }
}

package org.demandwright.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            }),
        new StoreExample<>(
            AuditStore.class,
            Does.RETURN_WHAT_WAS_WRITTEN,
            (audit, stores) -> {
              audit.add(event(1, "ann", "correction.add", Optional.of("{\"units\":\"3\"}")));
              audit.add(event(2, "bob", "correction.withdraw", Optional.empty()));
              assertThat(audit.older(AuditStore.Position.NEWEST, AuditStore.Filter.ALL, 9))
                  .containsExactly(
                      numbered(event(2, "bob", "correction.withdraw", Optional.empty()), 2),
                      numbered(
                          event(1, "ann", "correction.add", Optional.of("{\"units\":\"3\"}")), 1));
              assertThat(
                      numbers(
                          audit, new AuditStore.Filter(of("ann"), none(), none(), none(), none())))
                  .containsExactly(1L);
              assertThat(
                      numbers(
                          audit,
                          new AuditStore.Filter(
                              none(), of("correction.withdraw"), none(), none(), none())))
                  .containsExactly(2L);
              assertThat(
                      numbers(
                          audit,
                          new AuditStore.Filter(
                              none(), none(), of("correction/1"), none(), none())))
                  .containsExactly(1L);
              assertThat(
                      numbers(
                          audit,
                          new AuditStore.Filter(
                              none(),
                              none(),
                              none(),
                              of(NOW.plusSeconds(1)),
                              of(NOW.plusSeconds(2)))))
                  .containsExactly(1L);
            }),
        new StoreExample<>(
            AuditStore.class,
            Does.PAGE_IN_ORDER,
            (audit, stores) -> {
              for (int second : new int[] {3, 1, 2, 2, 5}) {
                audit.add(event(second, "ann", "event.add", Optional.empty()));
              }
              assertThat(
                      StoreExample.followed(
                          AuditStore.Position.NEWEST,
                          (than, limit) -> audit.older(than, AuditStore.Filter.ALL, limit),
                          e -> new AuditStore.Position(e.happenedAt(), e.eventId())))
                  .extracting(AuditEvent::eventId)
                  .containsExactly(5L, 1L, 4L, 3L, 2L);
            }),
        new StoreExample<>(
            AuditStore.class,
            Does.FORGET,
            (audit, stores) -> {
              audit.add(event(1, "ann", "event.add", Optional.empty()));
              audit.add(event(2, "ann", "event.add", Optional.empty()));
              assertThat(audit.forget(NOW.plusSeconds(2))).isEqualTo(1);
              assertThat(numbers(audit, AuditStore.Filter.ALL)).containsExactly(2L);
            }));
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

  private static List<Long> numbers(AuditStore audit, AuditStore.Filter filter) {
    return audit.older(AuditStore.Position.NEWEST, filter, 9).stream()
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

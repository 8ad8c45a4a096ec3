package org.demandwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demandwright.app.Clock;
import org.demandwright.app.exchange.NamedRequests.Kind;
import org.demandwright.app.exchange.NamedRequests.Standing;
import org.demandwright.store.NewestSchema;
import org.demandwright.store.exchange.NamedRequestStore;
import org.demandwright.store.exchange.NamedRequestStore.Answer;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamedRequestsTest {
  private final SetClock clock = new SetClock();
  private NamedRequests requests;

  @BeforeEach
  void anEmptyStore() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    NewestSchema.in(database);
    requests = new NamedRequests(new NamedRequestStore(new Sql(database)), clock);
  }

  @Test
  void what_was_answered_is_told_again_for_a_day() {
    Standing first = requests.begin("ann", "k", "abc");
    assertThat(first.kind()).isEqualTo(Kind.FIRST);
    assertThat(requests.begin("ann", "k", "abc").kind()).isEqualTo(Kind.UNDER_WAY);
    requests.answered("ann", "k", first.attempt(), new Answer(201, "/x", null, new byte[] {1}));
    clock.now = clock.now.plus(NamedRequests.KEPT).minusSeconds(1);
    Standing again = requests.begin("ann", "k", "abc");
    assertThat(again.kind()).isEqualTo(Kind.ANSWERED);
    assertThat(again.answer().orElseThrow().location()).isEqualTo("/x");
    assertThat(requests.begin("ann", "k", "abd").kind()).isEqualTo(Kind.OTHER);
    clock.now = clock.now.plus(NamedRequests.LONGEST_ATTEMPT).plusSeconds(2);
    assertThat(requests.begin("ann", "k", "abd").kind()).as("forgotten").isEqualTo(Kind.FIRST);
  }

  @Test
  void what_was_refused_may_come_again() {
    Standing refused = requests.begin("ann", "k", "abc");
    requests.refused("ann", "k", refused.attempt());
    assertThat(requests.begin("ann", "k", "other").kind()).isEqualTo(Kind.FIRST);
  }

  @Test
  void a_server_that_was_killed_does_not_keep_the_key() {
    requests.begin("ann", "k", "abc");
    clock.now = clock.now.plus(NamedRequests.LONGEST_ATTEMPT);
    assertThat(requests.begin("ann", "k", "abc").kind()).isEqualTo(Kind.UNDER_WAY);
    clock.now = clock.now.plusSeconds(1);
    assertThat(requests.begin("ann", "k", "abc").kind()).isEqualTo(Kind.FIRST);
    assertThat(requests.begin("ann", "k", "abc").kind()).isEqualTo(Kind.UNDER_WAY);
  }

  @Test
  void of_many_at_once_one_is_the_first() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Kind> ask = () -> requests.begin("ann", "k", "abc").kind();
      List<Kind> kinds = new ArrayList<>();
      for (Future<Kind> told : threads.invokeAll(Collections.nCopies(32, ask))) {
        kinds.add(told.get());
      }
      assertThat(kinds).containsOnlyOnce(Kind.FIRST).contains(Kind.UNDER_WAY).hasSize(32);
    } finally {
      threads.shutdownNow();
    }
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-04-01T02:00:00Z");

    @Override
    public Instant now() {
      return now;
    }
  }
}

package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.junit.jupiter.api.Test;

/** However many passwords come at once, few are checked at a time and the others are told so. */
class PasswordHashingTest {
  private static final int CALLERS = 40;

  private final CountDownLatch go = new CountDownLatch(1);
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void aFloodOfPasswordsIsCheckedFewAtATime() throws Exception {
    PasswordHashing hashing = new PasswordHashing();
    hashing.settings = new Settings(new GivenConfig(Map.of("dw.security.concurrent-hashes", "3")));
    hashing.pbkdf2 = new Slow();
    hashing.configure();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<Optional<Boolean>>> answers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      answers.add(callers.submit(() -> hashing.matches("x".toCharArray(), "x")));
    }
    while (answers.stream().filter(Future::isDone).count() < CALLERS - 3) {
      Thread.sleep(5);
    }
    go.countDown();
    callers.shutdown();
    int checked = 0;
    for (Future<Optional<Boolean>> answer : answers) {
      checked += answer.get().isPresent() ? 1 : 0;
    }
    assertThat(checked).isEqualTo(3);
    assertThat(most.get()).isEqualTo(3);
    assertThat(hashing.matches("x".toCharArray(), "x")).as("afterwards").contains(true);
  }

  /** Takes until it is told to go on. */
  private final class Slow implements Pbkdf2PasswordHash {
    @Override
    public void initialize(Map<String, String> parameters) {
      assertThat(parameters).containsValue("PBKDF2WithHmacSHA512");
    }

    @Override
    public String generate(char[] password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean verify(char[] password, String hash) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      now.decrementAndGet();
      return true;
    }
  }
}

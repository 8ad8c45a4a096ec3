package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentitySetTest {
  @Test
  void holdsWhatWasAddedAndNothingElse() {
    IdentitySet set = new IdentitySet();
    for (int i = 0; i < 5_000; i++) {
      set.add("SOL:" + i);
    }
    set.seal();
    for (int i = 0; i < 5_000; i++) {
      assertThat(set.contains("SOL:" + i)).isTrue();
      assertThat(set.contains("SOL:" + (5_000 + i))).isFalse();
    }
  }
}

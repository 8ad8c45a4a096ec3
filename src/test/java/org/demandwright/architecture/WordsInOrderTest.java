package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsInOrderTest {
  @Test
  void a_later_word_looks_back_on_any_floor() {
    assertThat(ahead("app.forecast", "store.demand")).isFalse();
    assertThat(ahead("rest.forecast", "app.run")).isFalse();
    assertThat(ahead("store.intake", "store.intake")).isFalse();
  }

  @Test
  void an_earlier_word_does_not_look_ahead() {
    assertThat(ahead("app.demand", "store.intake")).isTrue();
    assertThat(ahead("batch.intake", "app.forecast")).isTrue();
  }

  @Test
  void what_words_share_knows_none_of_them() {
    assertThat(ahead("rest.wire", "app.run")).isTrue();
    assertThat(ahead("app", "store.access")).isTrue();
    assertThat(ahead("app", "store.sql")).isFalse();
  }

  @Test
  void what_puts_a_floor_together_knows_all_words() {
    assertThat(ahead("console", "app.forecast")).isFalse();
    assertThat(ahead("batch.jberet", "app.run")).isFalse();
  }

  private static boolean ahead(String from, String to) {
    return WordsInOrder.ahead("org.demandwright." + from, "org.demandwright." + to);
  }
}

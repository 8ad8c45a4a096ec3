package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.junit.jupiter.api.Test;

class PagesTest {
  private record Answer(List<String> rows, String next) {}

  @Test
  void rows_keep_their_order_and_the_cursor_is_the_applications() {
    Page<Integer> page = new Page<>(List.of(3, 1, 2), Optional.of("2"));
    assertThat(Pages.answer(page, String::valueOf, Answer::new))
        .isEqualTo(new Answer(List.of("3", "1", "2"), "2"));
  }

  @Test
  void the_last_page_has_no_next_one() {
    Page<Integer> last = new Page<>(List.of(), Optional.empty());
    assertThat(Pages.answer(last, String::valueOf, Answer::new))
        .isEqualTo(new Answer(List.of(), null));
  }
}

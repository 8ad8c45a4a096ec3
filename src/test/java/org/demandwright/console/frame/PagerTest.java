package org.demandwright.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.junit.jupiter.api.Test;

class PagerTest {
  private static final List<Integer> NUMBERS = List.of(1, 2, 3, 4, 5);

  private static Page<Integer> twoFrom(Optional<String> cursor) {
    int from = cursor.map(Integer::parseInt).orElse(0);
    int to = Math.min(from + 2, NUMBERS.size());
    return new Page<>(
        NUMBERS.subList(from, to),
        to < NUMBERS.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  private static Pager<Integer> pager() {
    return new Pager<>(PagerTest::twoFrom);
  }

  @Test
  void itGoesToTheLastPageAndBack() {
    Pager<Integer> pager = pager();
    assertThat(pager.isLessThere()).isFalse();
    pager.more();
    pager.more();
    pager.more();
    assertThat(pager.getRows()).containsExactly(5);
    assertThat(pager.getNumber()).isEqualTo(3);
    assertThat(pager.isMoreThere()).isFalse();
    pager.less();
    assertThat(pager.getRows()).containsExactly(3, 4);
    pager.restart();
    assertThat(pager.getRows()).containsExactly(1, 2);
    pager.less();
    assertThat(pager.getNumber()).isEqualTo(1);
  }

  @Test
  void itStaysOnItsPageWhenThePageIsPutAway() throws IOException, ClassNotFoundException {
    Pager<Integer> pager = pager();
    pager.more();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(pager);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Pager<?>) in.readObject()).getRows()).isEqualTo(List.of(3, 4));
    }
  }
}

package org.demandwright.core.decide.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NeighbourSearchTest {
  private static final NeighbourSearch SEARCH = new NeighbourSearch(10, 0.05, 10);

  private static Baskets baskets(String... documents) {
    Baskets.Builder all = new Baskets.Builder(100);
    for (String document : documents) {
      for (String item : document.split(" ")) {
        all.add(item);
      }
      all.end();
    }
    return all.build();
  }

  private static String[] times(int n, String document) {
    return java.util.Collections.nCopies(n, document).toArray(String[]::new);
  }

  private static String[] all(String[]... parts) {
    return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }

  @Test
  void figures_are_those_of_the_textbook_where_all_documents_are_alike() {
    Baskets baskets =
        baskets(all(times(30, "tea cup"), times(10, "tea milk"), times(60, "milk soap")));
    List<Neighbour> found = new NeighbourSearch(10, 0.05, 10).in(baskets).neighbours();
    Neighbour tea = found.stream().filter(n -> n.item().equals("tea")).findFirst().orElseThrow();
    assertThat(tea.neighbour()).isEqualTo("cup");
    assertThat(tea.documents()).isEqualTo(100);
    assertThat(tea.support()).isEqualTo(0.3);
    assertThat(tea.confidence()).isEqualTo(0.75);
    assertThat(tea.lift()).isCloseTo(2.5, within(1e-12));
    assertThat(tea.expected()).isCloseTo(12, within(1e-12));
    Neighbour cup = found.stream().filter(n -> n.item().equals("cup")).findFirst().orElseThrow();
    assertThat(cup.neighbour()).isEqualTo("tea");
    assertThat(cup.confidence()).isEqualTo(1);
    assertThat(cup.lift()).isEqualTo(tea.lift());
  }

  @Test
  void documents_with_one_item_or_too_many_are_counted_and_left_out() {
    Baskets.Builder some = new Baskets.Builder(3);
    for (String document : List.of("a", "b b b", "a b c d", "a b", "")) {
      for (String item : document.split(" ")) {
        if (!item.isEmpty()) {
          some.add(item);
        }
      }
      some.end();
    }
    Baskets baskets = some.build();
    assertThat(baskets.size()).isEqualTo(1);
    assertThat(baskets.single()).isEqualTo(2);
    assertThat(baskets.tooLarge()).isEqualTo(1);
  }

  @Test
  void a_document_with_very_many_lines_of_few_items_is_a_small_one() {
    Baskets.Builder some = new Baskets.Builder(3);
    for (int line = 0; line < 10_000; line++) {
      some.add("i" + line % 3);
    }
    some.end();
    assertThat(some.build().size()).isEqualTo(1);
  }

  @Test
  void nothing_is_found_in_nothing() {
    assertThat(SEARCH.in(baskets()).neighbours()).isEmpty();
    assertThat(SEARCH.in(baskets("tea cup")).tested()).isZero();
    assertThatThrownBy(() -> new NeighbourSearch(10, 1, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_popular_alone_is_no_neighbour() {
    Baskets baskets = generated(1, 0, 0.15);
    assertThat(SEARCH.in(baskets).tested()).isGreaterThan(10_000);
    assertThat(SEARCH.in(baskets).neighbours()).hasSizeLessThanOrEqualTo(4);
  }

  /** 40 pairs among 400 items of very different popularity and documents of very different size. */
  @Test
  void planted_pairs_are_found_and_few_others() {
    Baskets baskets = generated(2, 40, 0.15);
    Set<String> found = new TreeSet<>();
    SEARCH.in(baskets).neighbours().forEach(n -> found.add(pair(n.item(), n.neighbour())));
    Set<String> planted = new HashSet<>();
    for (int p = 0; p < 40; p++) {
      planted.add(pair(one(p), other(p)));
    }
    Set<String> right = new HashSet<>(found);
    right.retainAll(planted);
    assertThat((double) right.size() / planted.size()).as("recall").isGreaterThanOrEqualTo(0.9);
    assertThat((double) right.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void a_small_table_finds_the_same() {
    Baskets baskets = generated(2, 40, 0.15);
    assertThat(SEARCH.in(baskets, 2_000)).isEqualTo(SEARCH.in(baskets));
  }

  @Test
  void an_item_has_so_many_neighbours_and_the_surest_first() {
    Baskets baskets = generated(2, 40, 0.5);
    List<Neighbour> found = new NeighbourSearch(10, 0.05, 1).in(baskets).neighbours();
    assertThat(found).extracting(Neighbour::item).doesNotHaveDuplicates().isSorted();
    assertThat(found)
        .extracting(n -> pair(n.item(), n.neighbour()))
        .contains(pair(one(3), other(3)));
  }

  private static String one(int planted) {
    return "i" + (20 + 4 * planted);
  }

  private static String other(int planted) {
    return "i" + (21 + 4 * planted);
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + "+" + other : other + "+" + one;
  }

  /** Whoever buys the one of a planted pair takes the other with it by this chance. */
  private static Baskets generated(long seed, int planted, double chance) {
    Random random = new Random(seed);
    Baskets.Builder all = new Baskets.Builder(100);
    for (int document = 0; document < 30_000; document++) {
      int size = 1 + (int) Math.floor(Math.exp(1.1 * Math.abs(random.nextGaussian())));
      for (int line = 0; line < size; line++) {
        int item = (int) (400 * Math.pow(random.nextDouble(), 1.6));
        all.add("i" + item);
        int of = item - 20;
        if (of >= 0 && of % 4 == 0 && of / 4 < planted && random.nextDouble() < chance) {
          all.add("i" + (item + 1));
        }
      }
      all.end();
    }
    return all.build();
  }
}

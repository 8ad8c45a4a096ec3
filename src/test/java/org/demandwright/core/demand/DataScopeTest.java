package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataScopeTest {
  private static final SeriesKey TEA_AT_S1 = new SeriesKey("nl", "tea", "S1", "");

  @Test
  void a_series_belongs_to_a_scope_by_all_of_its_parts() {
    assertThat(DataScope.unrestricted().holds(TEA_AT_S1, "drinks")).isTrue();
    assertThat(scope("nl", "S1", "drinks").holds(TEA_AT_S1, "drinks")).isTrue();
    assertThat(scope("be", "S1", "drinks").holds(TEA_AT_S1, "drinks")).isFalse();
    assertThat(scope("nl", "S2", "drinks").holds(TEA_AT_S1, "drinks")).isFalse();
    assertThat(scope("nl", "S1", "china").holds(TEA_AT_S1, "drinks")).isFalse();
    assertThat(scope("nl", "S1", "").holds(TEA_AT_S1, "")).isTrue();
  }

  @Test
  void an_item_belongs_to_it_wherever_it_is_sold() {
    assertThat(scope("nl", "S9", "drinks").holdsItem("nl", "drinks")).isTrue();
    assertThat(scope("nl", "S9", "drinks").holdsItem("be", "drinks")).isFalse();
  }

  @Test
  void a_part_that_names_nothing_or_too_much_is_none() {
    Set<String> many =
        IntStream.rangeClosed(0, DataScope.MOST)
            .mapToObj(Integer::toString)
            .collect(Collectors.toSet());
    for (Set<String> wrong : Set.of(Set.<String>of(), many)) {
      assertThatThrownBy(
              () -> new DataScope(Optional.empty(), Optional.of(wrong), Optional.empty()))
          .hasMessageContaining("sites");
    }
    assertThat(scope("nl", "S1", "").isUnrestricted()).isFalse();
    assertThat(DataScope.unrestricted().isUnrestricted()).isTrue();
  }

  private static DataScope scope(String company, String site, String category) {
    return new DataScope(
        Optional.of(Set.of(company)), Optional.of(Set.of(site)), Optional.of(Set.of(category)));
  }
}

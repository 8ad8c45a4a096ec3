package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.junit.jupiter.api.Test;

class KitBookTest {
  private static final KitBook BOOK =
      new KitBook(
          List.of(
              part("A", "desk", "plate", "1"),
              part("A", "desk", "legs", "2"),
              part("A", "legs", "leg", "2"),
              part("A", "legs", "screw", "8"),
              part("A", "plate", "screw", "4"),
              part("B", "desk", "board", "3"),
              part("A", "loop", "hoop", "1"),
              part("A", "hoop", "loop", "1"),
              part("A", "void", "air", "0")));

  @Test
  void aComponentThatIsReachedInSeveralWaysIsAddedUp() {
    Map<String, BigDecimal> units = BOOK.explode(new ItemKey("A", "desk")).units();
    assertThat(units.keySet()).containsExactly("leg", "screw");
    assertThat(units.get("leg")).isEqualByComparingTo("4");
    assertThat(units.get("screw")).isEqualByComparingTo("20");
  }

  @Test
  void anotherCompanysKitOfTheSameNameIsAnotherOne() {
    assertThat(BOOK.explode(new ItemKey("B", "desk")).units().keySet()).containsExactly("board");
  }

  @Test
  void aKitThatCannotBeExplodedSaysWhy() {
    assertThat(BOOK.explode(new ItemKey("A", "leg")).fault())
        .contains(KitFault.KIT_WITHOUT_COMPONENTS);
    assertThat(BOOK.explode(new ItemKey("A", "void")).fault()).contains(KitFault.KIT_QUANTITY);
    KitBook.Explosion circle = BOOK.explode(new ItemKey("A", "loop"));
    assertThat(circle.possible()).isFalse();
    assertThat(circle.fault()).contains(KitFault.KIT_CYCLE);
    assertThat(Objection.fault(circle.detail().orElseThrow()))
        .isEqualTo(Words.of("intake.kit-cycle", "loop > hoop", "loop"));
  }

  private static KitPart part(String org, String kit, String component, String quantity) {
    return new KitPart(new ItemKey(org, kit), component, new BigDecimal(quantity));
  }
}

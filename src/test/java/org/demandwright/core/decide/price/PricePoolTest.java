package org.demandwright.core.decide.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.demandwright.core.decide.price.PricePool.Member;
import org.junit.jupiter.api.Test;

class PricePoolTest {
  private static final List<Member> GOODS =
      Stream.of(-1.0, -1.5, -2.0, -2.5, -3.0, -1.2)
          .map(e -> new Member("goods", AnyFit.of(e, 0.05)))
          .toList();

  private static PriceResponse among(List<Member> others, double own, double variance) {
    Member one = new Member("goods", AnyFit.of(own, variance));
    List<Member> all = new ArrayList<>(others);
    all.add(one);
    return PricePool.of(all).of(one);
  }

  @Test
  void whoTellsLittleIsDrawnToItsCategoryAndWhoTellsMuchIsNot() {
    assertThat(among(GOODS, -3, 0.01).elasticity()).isCloseTo(-3, within(0.1));
    assertThat(among(GOODS, -3, 2).elasticity()).isBetween(-2.4, -1.7);
    assertThat(among(GOODS, -3, 2).weight()).isLessThan(among(GOODS, -3, 0.01).weight());
  }

  @Test
  void withFewItemsEachIsBelievedByItself() {
    PriceResponse alone = among(GOODS.subList(0, 2), -3, 0.1);
    assertThat(alone.weight()).isEqualTo(1);
    assertThat(alone.elasticity()).isEqualTo(-3);
    assertThat(alone.deviation()).isCloseTo(Math.sqrt(0.1), within(1e-12));
  }

  @Test
  void itemsThatDifferMoreAreBelievedMore() {
    List<Member> alike =
        Stream.of(-1.9, -2.0, -2.1, -2.0, -2.0, -1.95)
            .map(e -> new Member("goods", AnyFit.of(e, 0.05)))
            .toList();
    assertThat(PricePool.of(alike).between()).isLessThan(PricePool.of(GOODS).between());
    assertThat(among(alike, -3, 1).weight()).isLessThan(among(GOODS, -3, 1).weight());
    assertThat(among(alike, -2.4, 9).unknown()).contains(PriceUnknown.TOO_UNCERTAIN);
  }

  @Test
  void moreSoldTheDearerIsNotCredible() {
    assertThat(among(GOODS, 1.5, 0.1).unknown()).contains(PriceUnknown.WRONG_SIGN);
    assertThat(among(GOODS, 0.2, 0.3).unknown()).as("may be chance").isEmpty();
  }

  @Test
  void moreSoldTheDearerByChanceIsUncertain() {
    assertThat(among(GOODS.subList(0, 2), 0.2, 0.3).unknown()).contains(PriceUnknown.TOO_UNCERTAIN);
  }

  @Test
  void whatTheItemDoesNotTellIsNotMadeUp() {
    Member silent =
        new Member(
            "goods", PriceFit.nothing(PriceUnknown.NO_VARIATION, 90, List.of(AnyFit.SUPPORT)));
    assertThat(PricePool.of(GOODS).of(silent).unknown()).contains(PriceUnknown.NO_VARIATION);
  }

  @Test
  void theOrderOfItemsDoesNotMatterMuch() {
    List<Member> turned = new ArrayList<>(GOODS);
    Collections.reverse(turned);
    assertThat(PricePool.of(turned).between())
        .isCloseTo(PricePool.of(GOODS).between(), within(1e-9));
  }
}

package org.demandwright.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aLineTellsKeyAndArguments() {
    Words words =
        Words.of("quality.gap", 14, Words.decimal(12.345, 1), "it's", Words.list(List.of("a", 2)));
    assertThat(words.text()).isEqualTo("~quality.gap(14,12.3,'it''s',~list('a',2))");
    assertThat(Words.parse(words.text())).isEqualTo(words);
  }

  @Test
  void aSentenceThatWasKeptStaysAsItCame() {
    Words kept = Words.parse("Mean of Theta 60 %, tested (twice).");
    assertThat(kept).isEqualTo(Words.literal("Mean of Theta 60 %, tested (twice)."));
    assertThat(kept.text()).isEqualTo("Mean of Theta 60 %, tested (twice).");
    assertThat(Words.parse("")).isEqualTo(Words.literal(""));
  }

  @Test
  void aSentenceMoreIsSaidBehindTheOthers() {
    Words two = Words.literal("One.").and(Words.literal("Two."));
    assertThat(two.and(Words.literal("Three.")).arguments())
        .containsExactly(Words.literal("One."), Words.literal("Two."), Words.literal("Three."));
  }

  @Test
  void decimalsAreRoundedHalfUpAndWhatIsNoNumberIsText() {
    assertThat(Words.decimal(0.125, 2)).isEqualTo(new BigDecimal("0.13"));
    assertThat(Words.decimal(6, 0)).isEqualTo(new BigDecimal("6"));
    assertThat(Words.decimal(Double.NaN, 2)).isEqualTo("NaN");
  }

  @Test
  void aLineThatIsBrokenOffIsRefused() {
    for (String line : List.of("~a(", "~a('x)", "~a(1", "~a(1)b", "~a(x)", "~A()", "~a(1;2)")) {
      assertThatThrownBy(() -> Words.parse(line))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void anyWordsComeBackFromTheirLine(@ForAll("words") Words words) {
    assertThat(Words.parse(words.text())).isEqualTo(words);
  }

  @Provide
  Arbitrary<Words> words() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.bigDecimals().ofScale(3).map(Object.class::cast),
            Arbitraries.strings().map(Words::literal).map(Object.class::cast));
    return Arbitraries.recursive(
        () -> leaf.list().ofMaxSize(4).map(parts -> new Words("a.key", parts)),
        inner ->
            Arbitraries.oneOf(leaf, inner.map(Object.class::cast))
                .list()
                .ofMaxSize(3)
                .map(parts -> new Words("another", parts)),
        0,
        3);
  }
}

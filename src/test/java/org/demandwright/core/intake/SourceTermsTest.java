package org.demandwright.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.intake.SourceCode.Kind;
import org.junit.jupiter.api.Test;

class SourceTermsTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  private static SourceCode code(String theirs, LocalDate from, LocalDate to, String ours) {
    return new SourceCode(Kind.ITEM, theirs, from, to, ours);
  }

  @Test
  void aCodeIsWhatItIsCalledOnTheDay() {
    SourceTerms terms =
        new SourceTerms(
            Optional.empty(),
            Optional.empty(),
            List.of(
                code("4711", SourceCode.ALWAYS, NEW_YEAR.minusDays(1), "tea"),
                code("4711", NEW_YEAR, SourceCode.FOR_EVER, "green tea")));
    assertThat(terms.ours(Kind.ITEM, "4711", NEW_YEAR.minusDays(1))).isEqualTo("tea");
    assertThat(terms.ours(Kind.ITEM, "4711", NEW_YEAR)).isEqualTo("green tea");
    assertThat(terms.ours(Kind.SITE, "4711", NEW_YEAR)).as("of another kind").isEqualTo("4711");
    assertThat(terms.ours(Kind.ITEM, "4712", NEW_YEAR)).isEqualTo("4712");
    assertThat(terms.ours(Kind.ITEM, "4711", null)).isEqualTo("4711");
    assertThat(terms.ours(Kind.ITEM, null, NEW_YEAR)).isNull();
  }

  @Test
  void everyDayHasOneSourceWhereOneTakesOverFromAnother() {
    SourceTerms before =
        new SourceTerms(Optional.empty(), Optional.of(NEW_YEAR.minusDays(1)), List.of());
    SourceTerms after = new SourceTerms(Optional.of(NEW_YEAR), Optional.empty(), List.of());
    for (int day = -3; day < 3; day++) {
      LocalDate date = NEW_YEAR.plusDays(day);
      assertThat(before.countsOn(date)).isNotEqualTo(after.countsOn(date)).isEqualTo(day < 0);
    }
    assertThat(after.countsOn(null)).as("a row without a day is judged elsewhere").isTrue();
    assertThat(SourceTerms.none().areNone()).isTrue();
    assertThat(after.areNone()).isFalse();
  }

  @Test
  void entriesOfOneCodeContradictEachOtherOnCommonDays() {
    SourceCode first = code("4711", SourceCode.ALWAYS, NEW_YEAR, "tea");
    assertThat(first.contradicts(code("4711", NEW_YEAR, SourceCode.FOR_EVER, "x"))).isTrue();
    assertThat(first.contradicts(code("4711", NEW_YEAR.plusDays(1), SourceCode.FOR_EVER, "x")))
        .isFalse();
    assertThat(first.contradicts(code("4712", NEW_YEAR, SourceCode.FOR_EVER, "x"))).isFalse();
    assertThatThrownBy(() -> code("4711", NEW_YEAR, NEW_YEAR.minusDays(1), "x"))
        .hasMessage("The entry of 4711 ends on 2026-12-31, before it begins on 2027-01-01");
    assertThatThrownBy(() -> code(" ", NEW_YEAR, NEW_YEAR, "x"))
        .hasMessage("theirs has to have 1 to 80 characters");
  }
}

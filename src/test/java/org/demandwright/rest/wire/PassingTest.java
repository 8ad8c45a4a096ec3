package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What passes by itself is in the tag of a reader and not in that of a writer. */
class PassingTest {
  /** Something of which one member passes. */
  public record Thing(String name, @Passing int seen) {}

  /** Something that stands whole. */
  public record Plain(String name) {}

  private static String tag(Record thing) {
    return ContentTag.value(thing, RecordJson.bytes(thing));
  }

  private static EntityTags sent(Record seen) {
    return EntityTags.of("If-Match", "\"" + tag(seen) + "\"");
  }

  @Test
  void a_reader_is_told_what_passed() {
    assertThat(tag(new Thing("a", 1))).isNotEqualTo(tag(new Thing("a", 2)));
  }

  @Test
  void a_writer_need_not_have_seen_it_but_all_else() {
    EntityTags seen = sent(new Thing("a", 1));
    assertThat(seen.holdStanding(ContentTag.standing(new Thing("a", 2)))).isTrue();
    assertThat(seen.holdStanding(ContentTag.standing(new Thing("b", 1)))).isFalse();
    assertThat(sent(new Plain("a")).holdStanding(ContentTag.standing(new Plain("a")))).isTrue();
    assertThat(sent(new Plain("a")).holdStanding(ContentTag.standing(new Plain("b")))).isFalse();
    assertThat(EntityTags.of("If-Match", "*").holdStanding("x")).isTrue();
  }
}

package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {
  @ParameterizedTest
  @ValueSource(strings = {"/admin/jobs.xhtml", "/planner/series.xhtml?id=4&q=a%20b"})
  void goes_where_the_user_wanted(String asked) {
    assertThat(LocalTarget.of(asked)).isEqualTo(asked);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example/x.xhtml",
        "https://evil.example",
        "/\\evil",
        "/a.xhtml\r\nX: y",
        "/../x.xhtml",
        "/jobs.html"
      })
  void never_leaves_the_application(String asked) {
    assertThat(LocalTarget.of(asked)).isEqualTo("/index.xhtml");
  }
}

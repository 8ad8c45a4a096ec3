package org.demandwright.rest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpTarget;
import org.demandwright.rest.wire.ReadBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErpPlaceTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"user\": \"vera\"}", "{\"user\": \"vera\", \"password\": null}"})
  void a_user_without_a_password_is_refused(String body) {
    assertThatThrownBy(() -> ReadBody.of(ErpPlace.class, body).target())
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.INVALID))
        .hasMessageContaining("give password, an empty text where the user has none")
        .hasMessageNotContaining("vera");
  }

  @Test
  void an_empty_password_is_one_that_the_caller_chose() {
    assertThat(ReadBody.of(ErpPlace.class, "{\"user\": \"vera\", \"password\": \"\"}").target())
        .isEqualTo(new ErpTarget("", "", "vera", ""));
  }

  @Test
  void without_a_user_it_is_the_configured_one() {
    assertThat(ReadBody.of(ErpPlace.class, "{}").target()).isEqualTo(ErpTarget.CONFIGURED);
  }

  @Test
  void a_password_is_never_repeated() {
    assertThatThrownBy(() -> ReadBody.of(ErpPlace.class, "{\"password\": 4711}"))
        .hasMessageNotContaining("4711");
    assertThat(ReadBody.of(ErpPlace.class, "{\"user\": \"v\", \"password\": \"hush\"}").toString())
        .doesNotContain("hush");
  }
}

package org.demandwright.rest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErpRequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"user\": \"vera\"}", "{\"user\": \"vera\", \"password\": null}"})
  void a_user_without_a_password_is_refused(String body) {
    for (ErpRequest request : new ErpRequest[] {ErpRequest.check(body), ErpRequest.install(body)}) {
      assertThatThrownBy(request::target)
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.INVALID))
          .hasMessageContaining("give password, an empty text where the user has none")
          .hasMessageNotContaining("vera");
    }
  }

  @Test
  void an_empty_password_is_one_that_the_caller_chose() {
    assertThat(ErpRequest.check("{\"user\": \"vera\", \"password\": \"\"}").target())
        .isEqualTo(new ErpTarget("", "", "vera", ""));
  }

  @Test
  void without_a_user_it_is_the_configured_one() {
    assertThat(ErpRequest.check("{}").target()).isEqualTo(ErpTarget.CONFIGURED);
  }
}

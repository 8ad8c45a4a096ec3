package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import org.demandwright.app.Refused;
import org.junit.jupiter.api.Test;

class ExportPlacesTest {
  private final ExportPlaces places = new ExportPlaces(2);

  @Test
  void whoever_comes_when_all_places_are_taken_is_told_to_come_again() throws IOException {
    places.use(
        () ->
            places.use(
                () -> {
                  Refused refused = catchThrowableOfType(Refused.class, () -> places.use(() -> {}));
                  assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE);
                  assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
                }));
  }

  @Test
  void a_place_is_free_again_when_its_reader_goes_away() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  places.use(
                      () -> {
                        throw new IOException("broken pipe");
                      }))
          .isInstanceOf(IOException.class);
    }
    places.use(() -> places.use(() -> {}));
  }
}

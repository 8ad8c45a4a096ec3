package org.demandwright.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demandwright.store.StoreException;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  @Test
  void people_are_told_the_same_as_programs_while_the_store_is_away() throws IOException {
    assertThat(Files.readString(Path.of("src/main/webapp/errors/503.html")))
        .contains(StoreException.AWAY);
  }
}

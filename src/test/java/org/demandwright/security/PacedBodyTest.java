package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacedBodyTest {
  private Instant now = Instant.EPOCH;

  /** Bytes without end, each of which takes so long to come. */
  private ServletInputStream bytes(long millis) {
    return new ServletInputStream() {
      @Override
      public int read() {
        now = now.plusMillis(millis);
        return 'x';
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        return read() == 'x' ? 1 : -1;
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {}
    };
  }

  private PacedRequest.PacedBody paced(long millis) {
    return new PacedRequest.PacedBody(bytes(millis), () -> now);
  }

  @Test
  void a_body_that_trickles_is_given_up_on() throws IOException {
    PacedRequest.PacedBody body = paced(1_000);
    for (int i = 0; i < 10; i++) {
      assertThat(body.read()).isEqualTo('x');
    }
    assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void what_is_done_with_a_body_is_no_matter() throws IOException {
    PacedRequest.PacedBody body = paced(1);
    for (int i = 0; i < 20_000; i++) {
      body.read();
      now = now.plusSeconds(60);
    }
    assertThat(body.read()).isEqualTo('x');
  }
}

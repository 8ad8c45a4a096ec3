package org.demandwright.rest.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;

/**
 * Bounds how many lists are sent in full at the same time, so that threads are left for everybody
 * else. Whoever comes too late is told to come again.
 */
@ApplicationScoped
public class ExportPlaces {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final int most;
  private final Semaphore free;

  @Inject
  ExportPlaces(Settings settings) {
    this(settings.transfers().exports());
  }

  ExportPlaces() {
    this(0);
  }

  ExportPlaces(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** Writes a list. */
  public interface Export {
    void write() throws IOException;
  }

  /** Writes a list in a place of its own, which is free again however that ends. */
  public void use(Export export) throws IOException {
    if (!free.tryAcquire()) {
      throw Refused.unavailable(
          most + " lists are sent in full just now, as many as dw.rest.exports allows; ask again.",
          AGAIN);
    }
    try {
      export.write();
    } finally {
      free.release();
    }
  }
}

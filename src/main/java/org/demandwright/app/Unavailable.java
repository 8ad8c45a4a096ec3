package org.demandwright.app;

import java.time.Duration;
import java.util.Optional;
import org.demandwright.erp.UnreachableErp;
import org.demandwright.store.StoreException;

/**
 * Tells failures of this program from what it needs and cannot reach: a database that is down, or
 * cannot write. Every door puts these into the same words.
 */
public final class Unavailable {
  /** After which it is worth while to ask again: a database that is started anew needs as long. */
  public static final Duration SOON = Duration.ofSeconds(30);

  private Unavailable() {}

  /** Returns the refusal where a database that does not serve stands behind a failure. */
  public static Optional<Refused> behind(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Refused refused && refused.kind() == Refused.Kind.UNAVAILABLE) {
        return Optional.of(refused);
      }
      if (t instanceof StoreException store && store.isAway()) {
        return Optional.of(Refused.unavailable(StoreException.AWAY, SOON));
      }
      if (t instanceof UnreachableErp erp) {
        return Optional.of(of(erp));
      }
    }
    return Optional.empty();
  }

  /** Returns the refusal because of an ERP whose database cannot be read. */
  public static Refused of(UnreachableErp erp) {
    return Refused.unavailable(erp.getMessage(), erp.passes() ? SOON : Duration.ZERO);
  }
}

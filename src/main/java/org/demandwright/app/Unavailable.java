package org.demandwright.app;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.demandwright.erp.UnreachableErp;
import org.demandwright.store.StoreException;

/**
 * Tells failures of this program from what it needs and cannot reach: a database that is down, or
 * cannot write. Every door puts these into the same words. What a transaction fails with when it
 * commits stands for the store, whose database alone takes part in them.
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
      if (t instanceof StoreException store) {
        return of(store);
      }
      if (t instanceof UnreachableErp erp) {
        return Optional.of(of(erp));
      }
      if (t instanceof SQLException said) {
        return of(StoreException.of(said));
      }
      if (t instanceof SystemException) {
        return Optional.of(Refused.unavailable(StoreException.AWAY, SOON));
      }
    }
    return Optional.empty();
  }

  /** Returns the refusal because of the store, where its database does not serve. */
  public static Optional<Refused> of(StoreException store) {
    Duration again = store.isFull() ? Duration.ZERO : SOON;
    return store.told().map(words -> Refused.unavailable(words, again));
  }

  /** Returns the refusal because of an ERP whose database cannot be read. */
  public static Refused of(UnreachableErp erp) {
    return Refused.unavailable(erp.getMessage(), erp.passes() ? SOON : Duration.ZERO);
  }
}

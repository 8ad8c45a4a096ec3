package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobRun;
import org.demandwright.app.source.ErasedCustomers;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.quality.CustomerRows;
import org.demandwright.store.source.ErasureStore;

/**
 * Puts a pseudonym in the place of a customer's code wherever it is kept. No sum changes, and what
 * is read again of the customer gets the same pseudonym.
 */
@ApplicationScoped
public class EraseCustomers {
  private static final String JOB = "erase-customers";
  private static final int LONGEST = 80;

  private final ErasureStore erasures;
  private final ErasedCustomers erased;
  private final CustomerRows rows;
  private final JobControl jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  EraseCustomers(
      ErasureStore erasures,
      ErasedCustomers erased,
      CustomerRows rows,
      JobControl jobs,
      AuditTrail audit,
      Clock clock) {
    this.erasures = erasures;
    this.erased = erased;
    this.rows = rows;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  EraseCustomers() {
    this(null, null, null, null, null, null);
  }

  /** Returns how many rows name a customer. */
  public ErasureStore.Counts preview(String code) {
    return rows.count(valid(code));
  }

  /**
   * Begins to erase a customer.
   *
   * @return the run that does it
   * @throws Refused CONFLICT where it is erased already, or another run is under way
   */
  public JobRun erase(String code, String by) {
    String hash = erased.hash(valid(code));
    if (erasures.knows(hash)) {
      throw new Refused(Refused.Kind.CONFLICT, "This customer is erased already.");
    }
    String pseudonym = erased.pseudonym();
    long id = erasures.add(code, hash, pseudonym, by, clock.now());
    JobRun run;
    try {
      run = jobs.start(JOB, Map.of(), by);
    } catch (RuntimeException notNow) {
      erasures.remove(id);
      throw notNow;
    }
    audit.record(
        "customer.erase",
        "customer-erasure/" + id,
        AuditTrail.NOTHING,
        Map.of("pseudonym", pseudonym));
    return run;
  }

  private static String valid(String code) {
    if (code.isBlank() || code.length() > LONGEST) {
      throw Refused.because(
          "customer", "A customer's code has 1 to %d characters.".formatted(LONGEST));
    }
    return code;
  }

  /** Does what is outstanding, one customer a transaction, and returns how many there were. */
  public int carryOut() {
    List<ErasureStore.Erasure> outstanding = erasures.outstanding();
    for (ErasureStore.Erasure e : outstanding) {
      ErasureStore.Counts counts = rows.rename(e.code().orElseThrow(), e.pseudonym());
      erasures.done(e.erasureId(), counts, clock.now());
    }
    return outstanding.size();
  }

  /** Returns erasures, newest first. */
  public Page<ErasureStore.Erasure> page(Optional<String> cursor, int limit) {
    List<ErasureStore.Erasure> page =
        erasures.before(cursor.map(Cursors::number).orElse(Long.MAX_VALUE), limit);
    return Page.of(page, limit, last -> Cursors.of(last.erasureId()));
  }
}

package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.app.settings.Settings;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.ErpConnections;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.adapter.ErpAdapter;
import org.demandwright.erp.adapter.ErpInspection;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.erp.adapter.ViewInstallation;
import org.demandwright.security.audit.AuditTrail;

/**
 * Checks the connection to an ERP and installs the views there on request. One at a time, under a
 * time limit; who did it is logged, a password never. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class ErpConnection {
  private static final Logger LOG = System.getLogger(ErpConnection.class.getName());

  /** A database stops a query that takes too long by itself; it is given up only later. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** The least in which a query can be asked: each has a second. */
  private static final Duration OF_CHANGES = Duration.ofSeconds(2);

  /**
   * What views are wished.
   *
   * @param grantTo user who shall read the views, empty = nobody new
   * @param replaceForeign whether views that are not Demandwright's may be replaced
   * @param resetSettings whether the settings that an administrator made are forgotten
   * @param dryRun whether only to say what would be done
   */
  public record Wish(
      String erp,
      String version,
      Map<String, String> parameters,
      String grantTo,
      boolean replaceForeign,
      boolean resetSettings,
      boolean dryRun) {
    public Wish {
      parameters = Map.copyOf(parameters);
    }
  }

  private final ErpConnections connections;
  private final ErpAdapters adapters;
  private final Settings settings;
  private final Semaphore one = new Semaphore(1);
  private final AuditTrail audit;

  @Inject
  ErpConnection(
      ErpConnections connections, ErpAdapters adapters, Settings settings, AuditTrail audit) {
    this.connections = connections;
    this.adapters = adapters;
    this.settings = settings;
    this.audit = audit;
  }

  ErpConnection() {
    this(null, null, null, null);
  }

  /** Recognises the ERP, holds its views against the contract and counts what will be read. */
  public ErpReport check(ErpTarget target, String by) {
    Duration each = settings.erp().checkLimit();
    ErpReport check = alone(target, () -> check(target, new Limits(each, each.multipliedBy(10))));
    LOG.log(Level.INFO, "{0} checked {1}. {2}", by, target, check.summary());
    return check;
  }

  /**
   * Looks at the configured ERP before a run, as far as its time goes. A run that reads no more
   * than what changed gives it less: what it does not come to has been looked at before.
   *
   * @param inFull whether all lines are to be read
   */
  public ErpReport beforeRun(boolean inFull) {
    return check(ErpTarget.CONFIGURED, beforeRun(settings.erp().checkBeforeRun(), inFull));
  }

  static Limits beforeRun(Duration most, boolean inFull) {
    Duration all = inFull || most.compareTo(OF_CHANGES) < 0 ? most : OF_CHANGES;
    return new Limits(all.dividedBy(2), all);
  }

  private ErpReport check(ErpTarget target, Limits limits) {
    return connections.with(
        target.access(),
        settings.erp().url(),
        limits.each().plus(GRACE),
        c -> ErpInspection.check(c, adapters.catalog(), limits));
  }

  /** Installs the views of an adapter with the credentials of this one call. */
  public ViewInstallation.Result install(ErpTarget target, Wish wish, String by) {
    if (target.user().isBlank()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Installing needs a user who may create views in the ERP's schema, and its password; the"
              + " plugin's own user must not.");
    }
    ViewInstallation.Result done =
        alone(
            target,
            () ->
                connections.with(
                    target.access(),
                    settings.erp().url(),
                    Limits.USUAL.all(),
                    c -> ViewInstallation.install(c, wish(wish))));
    LOG.log(
        Level.INFO,
        "{0} {1} the views of {2} {3} at {4}: {5}",
        by,
        wish.dryRun() ? "tried to install" : "installed",
        wish.erp(),
        wish.version(),
        target,
        done.failure()
            .orElse(
                "%d created, %d replaced, %d kept"
                    .formatted(
                        done.creates().size(), done.replaces().size(), done.keeps().size())));
    if (!wish.dryRun()) {
      audit.record(
          "erp-views.install",
          "erp/" + wish.erp() + "/" + wish.version(),
          AuditTrail.NOTHING,
          Map.of("target", target.toString(), "wish", wish, "failure", done.failure()));
    }
    return done;
  }

  private ViewInstallation.Wish wish(Wish wish) {
    ErpAdapter adapter = adapters.catalog().adapter(wish.erp());
    return new ViewInstallation.Wish(
        adapter,
        adapter.version(wish.version()).id(),
        wish.parameters(),
        Optional.of(wish.grantTo()).filter(user -> !user.isBlank()),
        wish.replaceForeign(),
        wish.resetSettings(),
        wish.dryRun());
  }

  /** A database that others gave the address of, or the user, is theirs to correct. */
  private <T> T alone(ErpTarget target, Supplier<T> work) {
    if (!one.tryAcquire()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "An ERP is being checked just now; try again when that has ended.");
    }
    try {
      return work.get();
    } catch (UnusableErp unusable) {
      boolean ours = target.equals(ErpTarget.CONFIGURED);
      if (DatabaseFailure.isAway(unusable)) {
        throw Refused.unavailable(unusable.getMessage(), Unavailable.SOON);
      }
      boolean unreadable = ours && DatabaseFailure.isBehind(unusable);
      throw new Refused(
          unreadable ? Refused.Kind.UNAVAILABLE : Refused.Kind.INVALID, unusable.getMessage());
    } finally {
      one.release();
    }
  }
}

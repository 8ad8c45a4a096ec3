package org.demandwright.console.quality;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.quality.SupplyQuality;
import org.demandwright.app.quality.SupplyQuality.QuarantinedSupply;
import org.demandwright.app.quality.SupplyQuality.ViewAccount;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.security.CallerScope;

/** Prepares the part of {@code planner/quality.xhtml} that tells of stock and supply. */
@Named
@ViewScoped
public class SupplyPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 12;

  @Inject CallerScope scope;
  @Inject SupplyQuality quality;

  private final Pager<QuarantinedSupply> quarantine =
      new Pager<>(cursor -> quality.quarantine(cursor, ROWS));
  private transient List<ViewAccount> views;

  /** What became of the rows of every view; only for who may see all of the data. */
  public List<ViewAccount> getViews() {
    if (views == null) {
      views = scope.get().isUnrestricted() ? quality.accounts() : List.of();
    }
    return views;
  }

  /** What is to be known of a view beside its numbers; empty where all is as it should be. */
  public String remark(SupplyAccount account) {
    if (account.told().isEmpty()) {
      return Texts.of("supply.missing");
    }
    String differs =
        account.addsUp()
            ? ""
            : Texts.of("supply.differs", Long.toString(account.told().orElseThrow().rows()));
    String lacking =
        account.lacking().isEmpty()
            ? ""
            : Texts.of("supply.lacking", String.join(", ", account.lacking()));
    return (differs + " " + lacking).strip();
  }

  public Pager<QuarantinedSupply> getQuarantine() {
    return quarantine;
  }
}

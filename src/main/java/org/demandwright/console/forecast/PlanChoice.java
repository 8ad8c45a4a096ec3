package org.demandwright.console.forecast;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.console.frame.Messages;
import org.demandwright.store.run.PlanStore;

/** The plan that a page shows; the address remembers it. */
public class PlanChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private String plan;

  /** Returns the name that the address gives, empty where it gives none. */
  Optional<String> chosen() {
    return Optional.ofNullable(plan).filter(name -> !name.isBlank());
  }

  /** Takes the first of the plans that may be read where the one that is meant may not be. */
  void keepTo(List<PlanRecord> readable) {
    if (readable.isEmpty() || readable.stream().anyMatch(one -> one.name().equals(name()))) {
      return;
    }
    if (chosen().isPresent()) {
      Messages.refused(
          new Refused(
              Refused.Kind.FORBIDDEN, "There is no plan '" + name() + "' for you to read."));
    }
    plan = readable.get(0).name();
  }

  /** Returns the plan that is shown. */
  public String name() {
    return chosen().orElse(PlanStore.DEFAULT);
  }

  /** Returns what an address says of the plan behind its first parameter. */
  String inAddress() {
    return chosen()
        .map(name -> "&plan=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .orElse("");
  }

  public String getPlan() {
    return plan;
  }

  public void setPlan(String plan) {
    this.plan = plan;
  }
}

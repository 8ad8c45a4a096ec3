package org.demandwright.erp.adapter;

import java.util.List;
import java.util.Optional;
import org.demandwright.erp.adapter.ErpAdapter.Status;

/**
 * Which ERP stands behind a connection.
 *
 * @param installed what the views themselves say in {@code dw_adapter}
 * @param candidates adapters all of whose tables are there, in the order of their names
 * @param words the same as sentences for an administrator
 */
public record Recognition(
    Optional<Installed> installed, List<Candidate> candidates, List<String> words) {

  /** The one row of {@code dw_adapter}. */
  public record Installed(String erp, String version, Status status, int contract) {
    /** Returns whether they were never run on a real database. */
    public boolean draft() {
      return status == Status.DRAFT;
    }
  }

  /**
   * An ERP whose tables are there.
   *
   * @param answer of the ERP to its version query, empty where it could not be asked
   * @param version the adapter's version that fits, or the nearest one
   * @param exact whether the answer is a version that the adapter knows
   */
  public record Candidate(
      ErpAdapter adapter, Optional<String> answer, ErpAdapter.Version version, boolean exact) {}

  public Recognition {
    candidates = List.copyOf(candidates);
    words = List.copyOf(words);
  }

  /** Returns what the views say they are, for the log. */
  String named() {
    return installed
        .map(i -> i.erp() + " " + i.version() + (i.draft() ? " (draft, never run)" : ""))
        .orElse("an ERP whose views do not name it");
  }

  /**
   * Returns the candidate to install: the only one, or that of several which the installed views
   * name.
   */
  public Optional<Candidate> chosen() {
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    return installed.flatMap(
        i -> candidates.stream().filter(c -> c.adapter().erp().equals(i.erp())).findFirst());
  }
}

package org.demandwright.console.decide;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.decide.Neighbours;
import org.demandwright.core.Words;
import org.demandwright.security.CallerScope;
import org.demandwright.store.decide.NeighbourStore.Row;

/** Prepares the card of {@code planner/series.xhtml} that tells what is bought with the item. */
@Named
@RequestScoped
public class NeighboursCard {
  private static final int ROWS = 5;

  @Inject CallerScope scope;
  @Inject Neighbours neighbours;
  private final Map<List<String>, List<Row>> told = new HashMap<>();

  /** What is bought with an item, the surest first. */
  public List<Row> of(String org, String item, String site) {
    return told.computeIfAbsent(
        List.of(org, item, site), key -> neighbours.of(scope.get(), org, item, site, ROWS));
  }

  /** One of them in a sentence. */
  public Words said(Row row) {
    return Neighbours.said(row.neighbour());
  }
}

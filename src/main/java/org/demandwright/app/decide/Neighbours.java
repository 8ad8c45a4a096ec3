package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.core.Words;
import org.demandwright.core.decide.neighbour.Neighbour;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.NeighbourStore;
import org.demandwright.store.decide.NeighbourStore.Filter;
import org.demandwright.store.decide.NeighbourStore.Position;
import org.demandwright.store.decide.NeighbourStore.Row;

/** Reads what is bought together. */
@ApplicationScoped
@Transactional
public class Neighbours {
  private static final int PARTS = 5;
  private static final int ONE_DECIMAL = 1;

  private final NeighbourStore neighbours;

  @Inject
  Neighbours(NeighbourStore neighbours) {
    this.neighbours = neighbours;
  }

  Neighbours() {
    this(null);
  }

  /** Returns neighbours by company, item and place, the surest first. */
  public Page<Row> page(DataScope scope, Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        neighbours.page(
            scope, filter, cursor.map(Neighbours::position).orElse(Position.START), limit),
        limit,
        row -> cursor(Position.of(row)));
  }

  private static Position position(String cursor) {
    String[] parts = Cursors.texts(cursor, PARTS);
    return new Position(
        parts[0], parts[1], (int) Cursors.whole(parts[2]), parts[3], (int) Cursors.whole(parts[4]));
  }

  private static String cursor(Position at) {
    return Cursors.ofTexts(
        at.org(), at.item(), Integer.toString(at.kind()), at.site(), Integer.toString(at.surest()));
  }

  /**
   * Returns what is bought with an item, the surest first: over all sites of the company where
   * whoever asks may see them all, else at this site.
   */
  public List<Row> of(DataScope scope, String org, String item, String site, int most) {
    boolean everywhere = scope.sites().isEmpty();
    return neighbours.page(
        scope,
        new Filter(
            Optional.of(org),
            Optional.of(item),
            everywhere ? Optional.empty() : Optional.of(site),
            Optional.of(everywhere),
            Optional.empty()),
        Position.START,
        most);
  }

  /** Returns what a neighbour is, in a sentence. */
  public static Words said(Neighbour n) {
    return Words.of(
        "neighbour.together",
        n.together(),
        n.withItem(),
        n.neighbour(),
        Words.decimal(n.lift(), ONE_DECIMAL));
  }
}

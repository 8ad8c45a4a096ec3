package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.MasterDataPages.Filter;
import org.demandwright.store.demand.MasterDataPages.Position;
import org.demandwright.store.demand.MasterDataStore;

/** Items and sites of the ERP, for whoever has to match them with others. */
@ApplicationScoped
public class MasterData {
  private final MasterDataPages pages;

  @Inject
  MasterData(MasterDataPages pages) {
    this.pages = pages;
  }

  MasterData() {
    this(null);
  }

  /** Returns items by company and identity. */
  public Page<MasterDataStore.Item> items(
      DataScope scope, Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        pages.items(scope, filter, position(cursor), limit),
        limit,
        last -> Cursors.ofTexts(last.key().orgId(), last.key().itemId()));
  }

  /** Returns sites by company and identity. */
  public Page<MasterDataStore.Site> sites(
      DataScope scope, Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        pages.sites(scope, filter, position(cursor), limit),
        limit,
        last -> Cursors.ofTexts(last.orgId(), last.siteId()));
  }

  private static Position position(Optional<String> cursor) {
    if (cursor.isEmpty()) {
      return Position.START;
    }
    String[] place = Cursors.texts(cursor.get(), 2);
    return new Position(place[0], place[1]);
  }
}

package org.demandwright.app.source;

import java.util.Set;
import org.demandwright.erp.ErpSource;

/**
 * Where items and sites come from.
 *
 * @param name of the source
 * @param renamedItems items of it that are called otherwise here: they are not its own
 * @param renamedSites sites of it that are called otherwise here
 */
public record MasterSource(
    String name, ErpSource erp, Set<String> renamedItems, Set<String> renamedSites) {
  public MasterSource {
    renamedItems = Set.copyOf(renamedItems);
    renamedSites = Set.copyOf(renamedSites);
  }
}

package org.demandwright.app.decide;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.erp.reorder.OdooRule;

/**
 * By which of Odoo's keys an item at a site is known there: those of the store are its own, unless
 * the item is another source's or the code was given by a list of codes.
 */
record OdooKeys(Set<ItemKey> ofOthers, Set<String> items, Set<String> sites) {
  private static final Pattern KEY = Pattern.compile("[0-9]{1,18}");

  static OdooKeys of(Collection<ItemKey> ofOthers, Collection<SourceCode> codes) {
    return new OdooKeys(
        Set.copyOf(ofOthers),
        given(codes, SourceCode.Kind.ITEM),
        given(codes, SourceCode.Kind.SITE));
  }

  private static Set<String> given(Collection<SourceCode> codes, SourceCode.Kind kind) {
    Set<String> given = new HashSet<>();
    codes.stream().filter(code -> code.kind() == kind).forEach(code -> given.add(code.ours()));
    return given;
  }

  /** Returns the place in Odoo, empty where it is none of Odoo's. */
  Optional<OdooRule.Place> of(PolicySubject.Key key) {
    if (ofOthers.contains(new ItemKey(key.org(), key.item()))
        || items.contains(key.item())
        || sites.contains(key.site())
        || !KEY.matcher(key.org()).matches()
        || !KEY.matcher(key.item()).matches()
        || !KEY.matcher(key.site()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new OdooRule.Place(
            Long.parseLong(key.org()), Long.parseLong(key.item()), Long.parseLong(key.site())));
  }
}

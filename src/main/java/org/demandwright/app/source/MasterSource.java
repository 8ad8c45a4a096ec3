package org.demandwright.app.source;

import java.time.LocalDate;
import java.util.Set;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.erp.ErpSource;

/**
 * Where master data, prices, promotions, calendar, stock and rates come from.
 *
 * @param source as lines carry it
 * @param name as people say it
 * @param prefix what stands before identities, empty for the first source
 * @param terms on which days its lines count, and what its codes are called here
 * @param gives what is taken from it
 */
public record MasterSource(
    String source,
    String name,
    String prefix,
    ErpSource erp,
    SourceTerms terms,
    Set<MasterKind> gives) {
  public MasterSource {
    gives = Set.copyOf(gives);
  }

  /** Returns whether this is taken from it. */
  public boolean gives(MasterKind kind) {
    return gives.contains(kind);
  }

  /** Returns what an item of it is called here on a day, null stays null. */
  public String item(String theirs, LocalDate day) {
    return terms.ours(SourceCode.Kind.ITEM, theirs, day);
  }

  /** Returns what a site of it is called here on a day, null stays null. */
  public String site(String theirs, LocalDate day) {
    return terms.ours(SourceCode.Kind.SITE, theirs, day);
  }
}

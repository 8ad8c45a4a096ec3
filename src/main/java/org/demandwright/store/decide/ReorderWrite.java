package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Minimum and maximum that were written into a reorder rule of the ERP. What may be absent is null.
 *
 * @param decisionId on which they rest
 * @param ruleId the ERP's own key of the rule
 * @param minimumBefore base units, as all quantities
 * @param stampBefore when the ERP's row had been changed last
 * @param ruleStamp when it was changed by this; null before that is known
 * @param takenBackBy who put the old ones back
 */
public record ReorderWrite(
    long writeNo,
    String planName,
    long decisionId,
    String orgId,
    String itemId,
    String siteId,
    long ruleId,
    BigDecimal minimumBefore,
    BigDecimal maximumBefore,
    LocalDateTime stampBefore,
    BigDecimal minimum,
    BigDecimal maximum,
    LocalDateTime ruleStamp,
    ReorderWriteState state,
    String writtenBy,
    LocalDateTime writtenAt,
    String takenBackBy,
    LocalDateTime takenBackAt) {
  public ReorderWrite {
    Objects.requireNonNull(state, "state");
  }

  /** Returns it under a number. */
  ReorderWrite numbered(long number) {
    return new ReorderWrite(
        number,
        planName,
        decisionId,
        orgId,
        itemId,
        siteId,
        ruleId,
        minimumBefore,
        maximumBefore,
        stampBefore,
        minimum,
        maximum,
        ruleStamp,
        state,
        writtenBy,
        writtenAt,
        takenBackBy,
        takenBackAt);
  }
}

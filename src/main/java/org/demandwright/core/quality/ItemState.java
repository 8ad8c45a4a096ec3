package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the master data say of an item.
 *
 * @param known whether there is such an item
 * @param active whether it is still sold
 * @param changedOn the day on which its record last changed, empty where the ERP does not say
 */
public record ItemState(boolean known, boolean active, Optional<LocalDate> changedOn) {
  public ItemState {
    Objects.requireNonNull(changedOn, "changedOn");
  }

  /** Returns the state of an item that is sold. */
  public static ItemState sold() {
    return new ItemState(true, true, Optional.empty());
  }

  /** Returns the state of an item that the master data do not know. */
  public static ItemState missing() {
    return new ItemState(false, false, Optional.empty());
  }
}

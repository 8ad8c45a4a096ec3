package org.demandwright.store.exchange;

/** Where a delivery stands. The name is what is stored and what REST says. */
public enum DeliveryStatus {
  /** It is sent, or sent again, when its time has come. */
  WAITING,
  /** It was answered as it should be. */
  DELIVERED,
  /** It was given up. */
  DEAD
}

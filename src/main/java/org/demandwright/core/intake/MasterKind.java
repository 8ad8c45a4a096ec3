package org.demandwright.core.intake;

/** What a source tells beside its sales lines. */
public enum MasterKind {
  ITEM,
  SITE,
  KIT,
  PRICE,
  PROMOTION,
  CALENDAR,
  STOCK,
  RATE
}

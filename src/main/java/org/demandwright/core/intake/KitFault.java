package org.demandwright.core.intake;

/** Why a kit cannot be exploded. The name is the reason under which its rows are set aside. */
public enum KitFault {
  KIT_WITHOUT_COMPONENTS,
  KIT_QUANTITY,
  KIT_TOO_DEEP,
  KIT_CYCLE
}

package org.demandwright.core.decide;

/** What happens to a suggestion. The name is what is stored and what REST says. */
public enum SuggestionAnswer {
  /** Somebody orders what is suggested. */
  ACCEPTED(SuggestionState.ACCEPTED),
  /** Somebody orders another quantity of it. */
  CHANGED(SuggestionState.ACCEPTED),
  /** Somebody orders none of it. */
  REJECTED(SuggestionState.REJECTED),
  /** Somebody wants to see it on another day. */
  SNOOZED(SuggestionState.SNOOZED),
  /** Somebody took an answer back. */
  REOPENED(SuggestionState.OPEN),
  /** A decision found the order among those of the ERP. */
  ORDERED(SuggestionState.ORDERED),
  /** A decision did not find it by the day on which it should have arrived. */
  LAPSED(SuggestionState.LAPSED);

  private final SuggestionState leadsTo;

  SuggestionAnswer(SuggestionState leadsTo) {
    this.leadsTo = leadsTo;
  }

  /** Returns where a suggestion stands afterwards. */
  public SuggestionState leadsTo() {
    return leadsTo;
  }
}

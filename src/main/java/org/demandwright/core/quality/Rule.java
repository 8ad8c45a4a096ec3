package org.demandwright.core.quality;

/** The closed list of what can look wrong, each with what to do about it. */
public enum Rule {
  /** An item that sold regularly has fallen silent, in stock and in its season. */
  GAP(
      "Ask whether the item was ended or replaced, or whether orders are missing from the ERP. If"
          + " it was ended, set it inactive; if orders are missing, enter them or import them"
          + " again; if the silence was real and will not come again, exclude its days by a"
          + " correction."),
  /** A peak far above the usual that came once. */
  OUTLIER(
      "Look at the orders of these days. The models see the peak lowered to the edge of the usual;"
          + " correct the quantity in the ERP if it is wrong, or add a correction if it is right"
          + " but will not come again."),
  /** One customer's share of a week is far above what is usual, and makes the week a peak. */
  CUSTOMER_SPIKE(
      "Ask the salesman whether the order will come again. If not, take its excess out by a"
          + " correction, so that it is not forecast for everybody."),
  /** The ERP's stock ledger fell below zero. */
  NEGATIVE_STOCK(
      "Find the receipt or the count that is missing in the ERP: as long as the ledger is wrong,"
          + " stock-outs cannot be told from it."),
  /** The demand changed its level by about a pack factor, and the price the other way. */
  UNIT_JUMP(
      "Check the unit of measure of the item in the ERP before and after that week: one side seems"
          + " to be counted in packs. Correct the conversion in the ERP and import with"
          + " reload=true."),
  /** Sales of an item that is inactive or missing in the master data. */
  ORPHAN_ITEM(
      "Set the item active again if it is still sold, add it if it is missing, or correct the item"
          + " of these lines."),
  /** The same document names the same item, quantity, day and customer more than once. */
  DUPLICATE(
      "Compare the lines with the document. If they were booked or imported twice, delete one of"
          + " each in the ERP; if the customer really ordered twice, nothing needs to be done."),
  /** A source brings no lines for longer than it ever did. */
  STALE_SOURCE(
      "Check whether the site still trades and whether its orders reach the ERP; then run"
          + " import-sales again."),
  /** The lines of one series are in several currencies. */
  MIXED_CURRENCY(
      "Prices of this series are compared within one currency only. If the site should sell in one"
          + " currency, correct the documents; if not, nothing needs to be done."),
  /** Two sources tell a value differently. */
  MASTER_DATA_CONFLICT(
      "Correct the value in the source where it is wrong. If both are right by their own lights, say"
          + " which source gives what (gives, of the source), or on which days each counts; the"
          + " one that is named as taken counts until then."),
  /** Two codes differ in what a person hardly sees: case, width, a hyphen, .0, zeros in front. */
  LOOK_ALIKE(
      "Ask whether the codes mean the same. If they do, use one of them in the ERP or the file and"
          + " import with reload=true, so that the demand is planned once; if not, nothing needs to"
          + " be done.");

  private final String advice;

  Rule(String advice) {
    this.advice = advice;
  }

  /** Returns what to do, in words for a planner. */
  public String advice() {
    return advice;
  }
}

package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Lines of one series in some weeks that repeat another of the same day, document, customer and
 * quantity, and what says how often they had the occasion to; counted by {@link RepeatCount}.
 *
 * @param lines all lines with demand
 * @param documents how many documents have several lines
 * @param pairs of lines in one document
 * @param surplus lines that repeat another
 * @param flagged lines that the ERP's view itself marks as repeats
 * @param involved all lines concerned, those that are repeated too
 * @param first the first day with one, null where there is none
 * @param last the last day with one, null where there is none
 * @param quantities in the order of the days on which each was first sold, and of their size
 */
public record RepeatSums(
    long lines,
    long documents,
    long pairs,
    long surplus,
    long flagged,
    long involved,
    LocalDate first,
    LocalDate last,
    List<Tally> quantities) {

  /**
   * One quantity of a series.
   *
   * @param quantity base units
   * @param lines on how many lines it stands
   * @param documents in how many documents it was counted as standing more than once
   * @param surplus how many lines repeat another of their document
   */
  public record Tally(BigDecimal quantity, long lines, long documents, long surplus) {
    Tally repeated(boolean countsDocument, int more) {
      return new Tally(quantity, lines, documents + (countsDocument ? 1 : 0), surplus + more);
    }

    Tally plus(Tally more) {
      return new Tally(
          quantity, lines + more.lines, documents + more.documents, surplus + more.surplus);
    }
  }

  public RepeatSums {
    quantities = List.copyOf(quantities);
  }
}

package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.decide.AnswerRequest;
import org.demandwright.app.decide.AnswerRequest.Verb;
import org.demandwright.core.decide.SuggestionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to answer suggestions, and what became of many answers. */
public final class AnswerBody {
  private AnswerBody() {}

  /**
   * Accepts what is suggested.
   *
   * @param reason for those who read it later; may be left out
   * @param document the ERP's number of the order, where there is one already
   */
  @Schema(example = "{\"document\": \"PO-4711\"}")
  public record Accepting(Optional<String> reason, Optional<String> document) {
    AnswerRequest request() {
      return new AnswerRequest(
          Verb.ACCEPT, Optional.empty(), false, reason, Optional.empty(), document);
    }
  }

  /**
   * Accepts another quantity.
   *
   * @param quantity in the base unit
   * @param despite true = it is meant, though the vendor may not take it, or it is far more than is
   *     suggested
   * @param reason for those who read it later; may be left out
   * @param document the ERP's number of the order, where there is one already
   */
  @Schema(example = "{\"quantity\": \"24\", \"reason\": \"No room for more\"}")
  public record Changing(
      BigDecimal quantity,
      Optional<Boolean> despite,
      Optional<String> reason,
      Optional<String> document) {
    AnswerRequest request() {
      return new AnswerRequest(
          Verb.MODIFY,
          Optional.of(quantity),
          despite.orElse(false),
          reason,
          Optional.empty(),
          document);
    }
  }

  /**
   * Rejects a suggestion.
   *
   * @param reason is counted in the feedback: say the same in the same words
   */
  @Schema(example = "{\"reason\": \"The item is phased out\"}")
  public record Rejecting(String reason) {
    AnswerRequest request() {
      return AnswerRequest.reject(reason);
    }
  }

  /**
   * Shows a suggestion again on another day.
   *
   * @param until the day, after today and 180 days ahead at most
   * @param reason for those who read it later; may be left out
   */
  @Schema(example = "{\"until\": \"2027-07-01\"}")
  public record Snoozing(LocalDate until, Optional<String> reason) {
    AnswerRequest request() {
      return new AnswerRequest(
          Verb.SNOOZE, Optional.empty(), false, reason, Optional.of(until), Optional.empty());
    }
  }

  /**
   * Takes an answer back.
   *
   * @param reason for those who read it later; may be left out
   */
  @Schema(example = "{\"reason\": \"Clicked on the wrong one\"}")
  public record Reopening(Optional<String> reason) {
    AnswerRequest request() {
      return new AnswerRequest(
          Verb.REOPEN, Optional.empty(), false, reason, Optional.empty(), Optional.empty());
    }
  }

  /**
   * One answer of many.
   *
   * @param number of the suggestion
   * @param answer what to do with it
   * @param quantity of MODIFY, in the base unit
   * @param despite of MODIFY: it is meant, though the vendor may not take it
   * @param reason needed for REJECT
   * @param until of SNOOZE
   * @param document of ACCEPT and MODIFY: the ERP's number of the order
   * @param revision of the suggestion as it was read; left out: whatever it is
   */
  @Schema(example = "{\"number\": 12, \"answer\": \"ACCEPT\"}")
  public record SuggestionAnswerRow(
      long number,
      Verb answer,
      Optional<BigDecimal> quantity,
      Optional<Boolean> despite,
      Optional<String> reason,
      Optional<LocalDate> until,
      Optional<String> document,
      Optional<Long> revision) {
    AnswerRequest request() {
      return new AnswerRequest(answer, quantity, despite.orElse(false), reason, until, document);
    }
  }

  /**
   * What became of many answers.
   *
   * @param received how many were sent
   * @param taken how many count
   * @param refused how many do not
   * @param answers the fate of each, in the order of the body
   */
  public record AnswersTaken(int received, int taken, int refused, List<AnswerFate> answers) {
    static AnswersTaken of(List<AnswerFate> fates) {
      int taken = (int) fates.stream().filter(fate -> fate.detail() == null).count();
      return new AnswersTaken(fates.size(), taken, fates.size() - taken, fates);
    }
  }

  /**
   * What became of one answer.
   *
   * @param row its place in the body, counted from 1
   * @param number of the suggestion, absent where it could not be read
   * @param state of the suggestion; absent where the answer is refused
   * @param field what is wrong in an answer that is refused, absent where it is the answer as a
   *     whole
   * @param detail what is wrong, and what to do; absent where it is taken
   * @param notes what is to be known before it is relied on
   */
  public record AnswerFate(
      int row,
      Long number,
      SuggestionState state,
      String field,
      String detail,
      List<String> notes) {}
}

package org.demandwright.console.frame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.demandwright.app.Refused;

/** What people typed into the fields of a page. */
public final class Typed {
  private Typed() {}

  /** Returns the text without blanks around it; empty where nothing stands in the field. */
  public static Optional<String> text(String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }

  /**
   * Returns a day.
   *
   * @throws Refused INVALID where there is none
   */
  public static LocalDate day(String typed) {
    try {
      return LocalDate.parse(text(typed).orElse(""));
    } catch (DateTimeParseException notADay) {
      throw wrong("typed.notADay", typed);
    }
  }

  /**
   * Returns a number.
   *
   * @throws Refused INVALID where there is none
   */
  public static BigDecimal number(String typed) {
    try {
      return new BigDecimal(text(typed).orElse(""));
    } catch (NumberFormatException notANumber) {
      throw wrong("typed.notANumber", typed);
    }
  }

  private static Refused wrong(String key, String typed) {
    return new Refused(Refused.Kind.INVALID, Texts.of(key, text(typed).orElse("")));
  }
}

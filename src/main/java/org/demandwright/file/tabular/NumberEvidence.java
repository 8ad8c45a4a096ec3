package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.util.Optional;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.NumberForm;

/**
 * What all the numbers of a file say of their decimal mark. Some are read in one form alone, some
 * alike in both, and some, such as {@code 1,250}, in both and differently: these prove nothing and
 * depend on the others. Where nothing decides for them, it is asked.
 */
final class NumberEvidence {
  /** Of so many texts one that contradicts the others is a slip of the pen. */
  private static final int ONE_SLIP_OF = 100;

  private long all;
  private long alike;
  private final Witnesses point = new Witnesses();
  private final Witnesses comma = new Witnesses();
  private final Witnesses twoWays = new Witnesses();
  private final Witnesses twoWaysByComma = new Witnesses();

  /** Takes one more text, and returns whether it is a number in any form. */
  boolean add(String text) {
    all++;
    if (NumberText.isPlain(text)) {
      alike++;
      return true;
    }
    Optional<BigDecimal> asPoint = NumberText.parse(text, NumberForm.POINT);
    Optional<BigDecimal> asComma = NumberText.parse(text, NumberForm.COMMA);
    if (asPoint.isEmpty() && asComma.isEmpty()) {
      return false;
    }
    if (asComma.isEmpty()) {
      point.add(text);
    } else if (asPoint.isEmpty()) {
      comma.add(text);
    } else if (asPoint.get().compareTo(asComma.get()) == 0) {
      alike++;
    } else {
      twoWays.add(text);
      if (text.indexOf(',') >= 0) {
        twoWaysByComma.add(text);
      }
    }
    return true;
  }

  /** Returns the form that the texts speak for. */
  Detected<NumberForm> found() {
    if (all == 0) {
      return new Detected<>(
          NumberForm.POINT, Sureness.CERTAIN, "no text has to be read as numbers");
    }
    if (point.count() == 0 && comma.count() == 0) {
      return twoWays.count() > 0 ? ask(NumberForm.POINT, twoWays) : alone(NumberForm.POINT, alike);
    }
    NumberForm form = comma.count() > point.count() ? NumberForm.COMMA : NumberForm.POINT;
    long fits = alike + twoWays.count() + Math.max(point.count(), comma.count());
    return contradicted() ? contradiction(form, fits) : alone(form, fits);
  }

  private boolean contradicted() {
    return point.count() > 0 && comma.count() > 0;
  }

  private Detected<NumberForm> contradiction(NumberForm form, long fits) {
    long fewer = Math.min(point.count(), comma.count());
    long more = Math.max(point.count(), comma.count());
    boolean slip = fewer * ONE_SLIP_OF < fewer + more;
    if (slip || (twoWays.count() == 0 && fewer < more)) {
      return alone(form, fits);
    }
    return new Detected<>(
        form,
        Sureness.ASK,
        "\"%s\" has a decimal point and \"%s\" a decimal comma%s; say which mark is the decimal one,"
                .formatted(
                    point.first(),
                    comma.first(),
                    twoWays.count() == 0
                        ? ""
                        : ", so that \"" + twoWays.first() + "\" may be either")
            + " POINT or COMMA");
  }

  private static Detected<NumberForm> ask(NumberForm form, Witnesses texts) {
    String text = texts.first();
    return new Detected<>(
        form,
        Sureness.ASK,
        "\"%s\" may be %s or %s; say which mark is the decimal one, POINT or COMMA"
            .formatted(text, plain(text, NumberForm.POINT), plain(text, NumberForm.COMMA)));
  }

  private static String plain(String text, NumberForm form) {
    return NumberText.parse(text, form).orElseThrow().toPlainString();
  }

  private Detected<NumberForm> alone(NumberForm form, long fits) {
    if (fits == 0) {
      return new Detected<>(form, Sureness.ASK, "none of %d texts is a number".formatted(all));
    }
    Witnesses against = form == NumberForm.POINT ? comma : point;
    String but = against.count() == 0 ? "" : ", not \"" + against.first() + "\"";
    return new Detected<>(
        form,
        fits == all ? Sureness.CERTAIN : Sureness.LIKELY,
        "%d of %d texts are numbers in this form%s".formatted(fits, all, but));
  }

  /**
   * Returns the form that a profile says, unless the texts contradict it. A format of the product
   * has no marks between thousands, so that a comma there means something else.
   *
   * @param ours whether it is the product's own profile, and not one that a person made
   */
  Detected<NumberForm> held(NumberForm said, boolean ours) {
    Witnesses against = said == NumberForm.POINT ? comma : point;
    Witnesses with = said == NumberForm.POINT ? point : comma;
    if (against.count() * ONE_SLIP_OF > against.count() + with.count() && against.count() > 0) {
      return new Detected<>(
          said,
          Sureness.ASK,
          "the profile says %s, but \"%s\" is none; say which mark is the decimal one, POINT or COMMA"
              .formatted(said, against.first()));
    }
    boolean strange = ours && said == NumberForm.POINT && twoWaysByComma.count() > 0;
    return strange && point.count() == 0 ? ask(said, twoWaysByComma) : Detected.given(said);
  }
}

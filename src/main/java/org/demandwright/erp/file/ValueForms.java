package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.DateForm;
import org.demandwright.erp.Detected;
import org.demandwright.erp.Detected.Sureness;
import org.demandwright.erp.NumberForm;

/**
 * Finds the form of numbers and dates from the texts in the columns that hold them. Where two forms
 * read them equally well and differently, it asks.
 */
final class ValueForms {
  private ValueForms() {}

  /** Returns the form in which most texts are numbers. */
  static Detected<NumberForm> numbers(List<String> texts) {
    int point = 0;
    int comma = 0;
    String differs = null;
    for (String text : texts) {
      Optional<BigDecimal> asPoint = NumberText.parse(text, NumberForm.POINT);
      Optional<BigDecimal> asComma = NumberText.parse(text, NumberForm.COMMA);
      point += asPoint.isPresent() ? 1 : 0;
      comma += asComma.isPresent() ? 1 : 0;
      if (differs == null && differ(asPoint, asComma)) {
        differs = text;
      }
    }
    if (point == comma && differs != null) {
      return new Detected<>(
          NumberForm.POINT,
          Sureness.ASK,
          "\"%s\" may be %s or %s; say which mark is the decimal one, POINT or COMMA"
              .formatted(
                  differs,
                  NumberText.parse(differs, NumberForm.POINT).orElseThrow().toPlainString(),
                  NumberText.parse(differs, NumberForm.COMMA).orElseThrow().toPlainString()));
    }
    NumberForm form = comma > point ? NumberForm.COMMA : NumberForm.POINT;
    return found(form, Math.max(point, comma), texts.size(), "numbers");
  }

  private static boolean differ(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) != 0;
  }

  /** Returns the form in which most texts are dates. */
  static Detected<DateForm> dates(List<String> texts) {
    Map<DateForm, Integer> fits = new EnumMap<>(DateForm.class);
    for (DateForm form : DateForm.values()) {
      fits.put(form, (int) texts.stream().filter(t -> DateText.parse(t, form).isPresent()).count());
    }
    DateForm best =
        Arrays.stream(DateForm.values()).max(Comparator.comparingInt(fits::get)).orElseThrow();
    int most = fits.get(best);
    if (most > 0 && fits.get(DateForm.DMY) == most && fits.get(DateForm.MDY) == most) {
      return ambiguous(texts);
    }
    return found(most == 0 ? DateForm.YMD : best, most, texts.size(), "dates");
  }

  private static Detected<DateForm> ambiguous(List<String> texts) {
    Optional<String> differs = texts.stream().filter(ValueForms::readsTwoWays).findFirst();
    if (differs.isEmpty()) {
      return new Detected<>(
          DateForm.DMY, Sureness.CERTAIN, "day and month are equal in every date");
    }
    String text = differs.get();
    return new Detected<>(
        DateForm.DMY,
        Sureness.ASK,
        "\"%s\" may be %s or %s; say which comes first, the day (DMY) or the month (MDY)"
            .formatted(text, day(text, DateForm.DMY), day(text, DateForm.MDY)));
  }

  private static boolean readsTwoWays(String text) {
    return DateText.parse(text, DateForm.DMY).isPresent()
        && !DateText.parse(text, DateForm.DMY).equals(DateText.parse(text, DateForm.MDY));
  }

  private static Object day(String text, DateForm form) {
    return DateText.parse(text, form).orElseThrow().toLocalDate();
  }

  private static <T> Detected<T> found(T form, int fits, int all, String what) {
    if (all == 0) {
      return new Detected<>(form, Sureness.CERTAIN, "no text has to be read as " + what);
    }
    boolean whole = fits == all;
    return new Detected<>(
        form,
        whole ? Sureness.CERTAIN : Sureness.LIKELY,
        "%d of %d sampled texts are %s in this form".formatted(fits, all, what));
  }
}

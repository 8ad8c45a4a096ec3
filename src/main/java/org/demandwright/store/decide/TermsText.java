package org.demandwright.store.decide;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Optional;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.PriceBreaks;

/** Terms of a vendor as text that is stored. Numbers are texts, so that they stay exact. */
public final class TermsText {
  private TermsText() {}

  /** Returns the text of terms. */
  public static String of(OrderTerms terms) {
    JsonObjectBuilder text =
        StoredJson.JSON
            .createObjectBuilder()
            .add("unit", number(terms.unit()))
            .add("minimum", number(terms.minimum()))
            .add("multiple", number(terms.multiple()))
            .add("purchaseUnit", number(terms.purchaseUnit()));
    terms
        .prices()
        .ifPresent(
            prices -> {
              JsonArrayBuilder breaks = StoredJson.JSON.createArrayBuilder();
              prices
                  .breaks()
                  .forEach(
                      b ->
                          breaks.add(
                              StoredJson.JSON
                                  .createArrayBuilder()
                                  .add(number(b.from()))
                                  .add(number(b.price()))));
              text.add("prices", breaks);
            });
    return text.build().toString();
  }

  /** Returns the terms of a text. */
  public static OrderTerms parse(String text) {
    try (JsonReader reader = StoredJson.JSON.createReader(new StringReader(text))) {
      JsonObject terms = reader.readObject();
      return new OrderTerms(
          number(terms, "unit"),
          number(terms, "minimum"),
          number(terms, "multiple"),
          number(terms, "purchaseUnit"),
          Optional.ofNullable(terms.getJsonArray("prices")).map(TermsText::prices));
    }
  }

  private static PriceBreaks prices(JsonArray breaks) {
    return new PriceBreaks(
        breaks.getValuesAs(JsonArray.class).stream()
            .map(
                b ->
                    new PriceBreaks.Break(
                        new BigDecimal(b.getString(0)), new BigDecimal(b.getString(1))))
            .toList());
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal number(JsonObject terms, String name) {
    return new BigDecimal(terms.getString(name));
  }
}

package org.demandwright.store.decide;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.decide.price.WhatIf;

/** What-if answers as JSON, and back. */
final class OutcomeText {
  private OutcomeText() {}

  static String of(WhatIf.Outcome o) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("before", text(o.before()))
            .add("price", text(o.price()))
            .add("unitsBefore", band(o.unitsBefore()))
            .add("units", band(o.units()))
            .add("gain", band(o.gain()));
    o.cost().ifPresent(cost -> json.add("cost", text(cost)));
    o.stock().ifPresent(stock -> json.add("stock", stock(stock)));
    return json.build().toString();
  }

  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static JsonArray band(WhatIf.Band band) {
    return Json.createArrayBuilder()
        .add(text(band.low()))
        .add(text(band.expected()))
        .add(text(band.high()))
        .build();
  }

  private static JsonObjectBuilder stock(WhatIf.Stock stock) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("available", text(stock.available()))
            .add("arriving", text(stock.arriving()))
            .add("stockOut", stock.stockOut())
            .add("missing", text(stock.missing()))
            .add("stockOutBefore", stock.stockOutBefore());
    stock.runsOutOn().ifPresent(day -> json.add("runsOutOn", day.toString()));
    stock.runsOutBefore().ifPresent(day -> json.add("runsOutBefore", day.toString()));
    return json;
  }

  static WhatIf.Outcome parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new WhatIf.Outcome(
          amount(json, "before"),
          amount(json, "price"),
          json.containsKey("cost") ? Optional.of(amount(json, "cost")) : Optional.empty(),
          band(json, "unitsBefore"),
          band(json, "units"),
          band(json, "gain"),
          Optional.ofNullable(json.getJsonObject("stock")).map(OutcomeText::stock));
    }
  }

  private static BigDecimal amount(JsonObject json, String name) {
    return new BigDecimal(json.getString(name));
  }

  private static WhatIf.Band band(JsonObject json, String name) {
    JsonArray band = json.getJsonArray(name);
    return new WhatIf.Band(
        new BigDecimal(band.getString(0)),
        new BigDecimal(band.getString(1)),
        new BigDecimal(band.getString(2)));
  }

  private static WhatIf.Stock stock(JsonObject json) {
    return new WhatIf.Stock(
        amount(json, "available"),
        amount(json, "arriving"),
        day(json, "runsOutOn"),
        json.getJsonNumber("stockOut").doubleValue(),
        amount(json, "missing"),
        day(json, "runsOutBefore"),
        json.getJsonNumber("stockOutBefore").doubleValue());
  }

  private static Optional<LocalDate> day(JsonObject json, String name) {
    return json.containsKey(name)
        ? Optional.of(LocalDate.parse(json.getString(name)))
        : Optional.empty();
  }
}

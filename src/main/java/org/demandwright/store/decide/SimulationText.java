package org.demandwright.store.decide;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;

/** What a simulation was asked, and the terms of its places, as JSON. */
final class SimulationText {
  private SimulationText() {}

  static String of(SimulationQuestion q) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    all.add("plan", q.plan());
    add(all, "orgs", q.orgs());
    add(all, "items", q.items());
    add(all, "sites", q.sites());
    add(all, "categories", q.categories());
    all.add("most", q.most()).add("tuneWeeks", q.tuneWeeks()).add("testWeeks", q.testWeeks());
    q.holdingRate().ifPresent(v -> all.add("holdingRate", v));
    q.orderingCost().ifPresent(v -> all.add("orderingCost", v));
    q.shortageShare().ifPresent(v -> all.add("shortageShare", v));
    all.add("minimums", q.minimums()).add("seed", q.seed());
    JsonArrayBuilder ways = Json.createArrayBuilder();
    q.ways().forEach(way -> ways.add(way.name()));
    JsonArrayBuilder methods = Json.createArrayBuilder();
    q.methods().forEach(methods::add);
    return all.add("ways", ways)
        .add("methods", methods)
        .add("scope", scoped(q.scope()))
        .build()
        .toString();
  }

  /** Returns a part of the data as text, the same for the same part. */
  static String of(DataScope scope) {
    return scope.isUnrestricted() ? "" : scoped(scope).build().toString();
  }

  private static JsonObjectBuilder scoped(DataScope scope) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    scope.companies().ifPresent(names -> add(all, "companies", names));
    scope.sites().ifPresent(names -> add(all, "sites", names));
    scope.categories().ifPresent(names -> add(all, "categories", names));
    return all;
  }

  private static void add(JsonObjectBuilder to, String name, Collection<String> values) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    values.stream().sorted().forEach(all::add);
    to.add(name, all);
  }

  static SimulationQuestion question(String text) {
    JsonObject all = ConditionsText.read(text);
    JsonObject scope = all.getJsonObject("scope");
    return new SimulationQuestion(
        all.getString("plan"),
        new DataScope(part(scope, "companies"), part(scope, "sites"), part(scope, "categories")),
        set(all, "orgs"),
        set(all, "items"),
        set(all, "sites"),
        set(all, "categories"),
        all.getInt("most"),
        all.getInt("tuneWeeks"),
        all.getInt("testWeeks"),
        number(all, "holdingRate"),
        number(all, "orderingCost"),
        number(all, "shortageShare"),
        all.getBoolean("minimums"),
        all.getJsonNumber("seed").longValueExact(),
        list(all, "ways").stream().map(WayOfOrdering::valueOf).toList(),
        list(all, "methods"));
  }

  private static Optional<Set<String>> part(JsonObject scope, String name) {
    return scope.containsKey(name) ? Optional.of(set(scope, name)) : Optional.empty();
  }

  private static Set<String> set(JsonObject all, String name) {
    return new HashSet<>(list(all, name));
  }

  private static List<String> list(JsonObject all, String name) {
    return all.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static Optional<Double> number(JsonObject all, String name) {
    return Optional.ofNullable(all.getJsonNumber(name)).map(JsonNumber::doubleValue);
  }

  static String terms(List<SimulatedPlace.Said> terms) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (SimulatedPlace.Said said : terms) {
      all.add(
          Json.createObjectBuilder()
              .add("name", said.name())
              .add("value", said.value())
              .add("origin", said.origin()));
    }
    return Json.createObjectBuilder().add("terms", all).build().toString();
  }

  static List<SimulatedPlace.Said> terms(String text) {
    return ConditionsText.read(text).getJsonArray("terms").getValuesAs(JsonObject.class).stream()
        .map(
            said ->
                new SimulatedPlace.Said(
                    said.getString("name"),
                    said.getJsonNumber("value").bigDecimalValue(),
                    said.getString("origin")))
        .toList();
  }
}

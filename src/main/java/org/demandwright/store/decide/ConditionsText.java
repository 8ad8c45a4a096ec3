package org.demandwright.store.decide;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.Xyz;

/** What must be so of an item at a site, as JSON. */
final class ConditionsText {
  private ConditionsText() {}

  static String of(PolicyRule.Conditions when) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    add(all, "orgs", when.orgs());
    add(all, "items", when.items());
    add(all, "sites", when.sites());
    add(all, "categories", when.categories());
    add(all, "vendors", when.vendors());
    add(all, "abc", when.abc());
    add(all, "xyz", when.xyz());
    return all.build().toString();
  }

  private static void add(JsonObjectBuilder to, String name, Collection<?> values) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    values.stream().map(String::valueOf).sorted().forEach(all::add);
    to.add(name, all);
  }

  static PolicyRule.Conditions parse(String text) {
    JsonObject all = read(text);
    return new PolicyRule.Conditions(
        set(all, "orgs"),
        set(all, "items"),
        set(all, "sites"),
        set(all, "categories"),
        set(all, "vendors"),
        set(all, "abc").stream().map(Abc::valueOf).collect(Collectors.toSet()),
        set(all, "xyz").stream().map(Xyz::valueOf).collect(Collectors.toSet()));
  }

  private static Set<String> set(JsonObject all, String name) {
    return all.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toSet());
  }

  static JsonObject read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}

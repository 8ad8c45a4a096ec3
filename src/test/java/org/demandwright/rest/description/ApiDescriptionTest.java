package org.demandwright.rest.description;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demandwright.rest.Resources;
import org.junit.jupiter.api.Test;

/** The document describes every operation of every resource, and nothing in it leads nowhere. */
class ApiDescriptionTest {
  private static final JsonObject DOCUMENT =
      new ApiDescription(Resources.all()).document("/api/v1");

  @Test
  void every_operation_is_in_it_once() {
    List<Operations.Found> operations = Operations.of(Resources.all());
    assertThat(operations).hasSizeGreaterThan(40);
    List<String> ids = new ArrayList<>();
    DOCUMENT
        .getJsonObject("paths")
        .values()
        .forEach(
            path ->
                path.asJsonObject()
                    .values()
                    .forEach(o -> ids.add(o.asJsonObject().getString("operationId"))));
    assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(operations);
  }

  @Test
  void it_is_the_same_in_whatever_order_resources_come() {
    List<Class<?>> reversed = new ArrayList<>(Resources.all());
    Collections.reverse(reversed);
    assertThat(new ApiDescription(reversed).document("/api/v1")).isEqualTo(DOCUMENT);
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = new ArrayList<>();
    collect(DOCUMENT, references);
    assertThat(references).hasSizeGreaterThan(200);
    for (String reference : references) {
      assertThat(reference).startsWith("#/");
      JsonValue at = DOCUMENT;
      for (String part : reference.substring(2).split("/", -1)) {
        at = at.asJsonObject().get(part);
        assertThat(at).as(reference).isNotNull();
      }
    }
  }

  @Test
  void no_schema_bears_a_name_that_generated_clients_stumble_over() {
    assertThat(DOCUMENT.getJsonObject("components").getJsonObject("schemas").keySet())
        .isNotEmpty()
        .noneMatch(ApiDescriptionTest::isOfTheLanguage);
  }

  private static boolean isOfTheLanguage(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void a_list_says_what_it_takes_and_answers() {
    JsonObject list =
        DOCUMENT.getJsonObject("paths").getJsonObject("/forecasts").getJsonObject("get");
    List<String> names =
        list.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
            .map(p -> p.getString("name", p.getString("$ref", "")))
            .toList();
    assertThat(names)
        .contains("item", "changedSince", "cursor", "limit", "fields", "sort", "csv")
        .contains("#/components/parameters/IfNoneMatch");
    assertThat(list.getJsonObject("responses").getJsonObject("200").getJsonObject("content"))
        .containsOnlyKeys("application/json", "text/csv");
    JsonObject row =
        DOCUMENT
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject("Forecast")
            .getJsonObject("properties");
    assertThat(row.getJsonObject("periodStart").getString("format")).isEqualTo("date");
    assertThat(row).containsKey("final");
  }

  @Test
  void a_request_says_what_must_be_sent() {
    JsonObject event =
        DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject("EventRequest");
    assertThat(event.getJsonArray("required").getValuesAs(JsonString::getString))
        .containsExactly("name", "firstDay");
    assertThat(event.getJsonArray("examples")).hasSize(1);
  }

  @Test
  void every_schema_and_every_member_says_what_it_is() {
    List<String> silent = new ArrayList<>();
    DOCUMENT
        .getJsonObject("components")
        .getJsonObject("schemas")
        .forEach(
            (name, schema) -> {
              if (!schema.asJsonObject().containsKey("description")) {
                silent.add(name);
              }
              schema
                  .asJsonObject()
                  .getJsonObject("properties")
                  .forEach(
                      (member, value) -> {
                        if (!value.asJsonObject().containsKey("description")) {
                          silent.add(name + "." + member);
                        }
                      });
            });
    assertThat(silent)
        .as(
            "Say it by @param of the record, or in names.properties where it is the same everywhere")
        .isEmpty();
  }

  @Test
  void a_member_is_described_by_the_javadoc_of_its_record() {
    assertThat(member("Forecast", "openDemand").getString("description"))
        .isEqualTo(
            "Ordered already for this period when the version was made; with net=open all forecasts"
                + " are what comes beyond it.");
    assertThat(member("Forecast", "site").getString("description"))
        .isEqualTo("Site from which it is sold, by the ERP's own key.");
  }

  @Test
  void an_answer_has_an_example_of_its_shape() {
    JsonObject page =
        DOCUMENT
            .getValue("/paths/~1forecasts/get/responses/200/content/application~1json/example")
            .asJsonObject();
    assertThat(page).containsKeys("plan", "bucket", "zone", "rows");
    JsonObject row = page.getJsonArray("rows").getJsonObject(0);
    JsonObject members =
        DOCUMENT.getValue("/components/schemas/Forecast/properties").asJsonObject();
    assertThat(row).containsOnlyKeys(members.keySet());
    assertThat(row.getString("periodStart")).isEqualTo("2027-07-01");
    assertThat(row.getJsonObject("planBy")).isNotEmpty();
  }

  private static JsonObject member(String schema, String name) {
    return DOCUMENT
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject(schema)
        .getJsonObject("properties")
        .getJsonObject(name);
  }

  private static void collect(JsonValue value, List<String> references) {
    if (value instanceof JsonObject object) {
      if (object.get("$ref") instanceof JsonString reference) {
        references.add(reference.getString());
      }
      object.values().forEach(inner -> collect(inner, references));
    } else if (value instanceof JsonArray array) {
      array.forEach(inner -> collect(inner, references));
    }
  }
}

package org.demandwright.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.source.FilePreview;
import org.demandwright.rest.Resources.Operation;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.ReadBody;
import org.demandwright.rest.wire.RowBodies;
import org.demandwright.rest.wire.Rows;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.rest.wire.WireType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of the API, held on every resource that there is. */
class ResourcesTest {
  static List<Operation> operations() {
    return Resources.operations();
  }

  @Test
  void every_resource_says_who_may_and_where_it_belongs() {
    assertThat(Resources.all()).hasSizeGreaterThan(10);
    for (Class<?> resource : Resources.all()) {
      assertThat(
              resource.isAnnotationPresent(RolesAllowed.class)
                  || resource.isAnnotationPresent(PermitAll.class))
          .as("%s: @RolesAllowed", resource)
          .isTrue();
      assertThat(resource.isAnnotationPresent(Tag.class)).as("%s: @Tag", resource).isTrue();
    }
  }

  @Test
  void every_operation_has_an_id_of_its_own() {
    assertThat(operations().stream().map(ResourcesTest::idOf)).doesNotHaveDuplicates();
  }

  @Test
  void one_operation_answers_at_an_address() {
    assertThat(operations().stream().map(o -> o.toString().replaceAll("\\{\\w+}", "{}")))
        .as("two methods for two forms of the same: return a Listing")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_operation_is_described(Operation operation) {
    assertThat(idOf(operation)).as("operationId").matches("[a-z][A-Za-z]+");
    assertThat(described(operation).summary()).as("summary").isNotBlank();
    assertThat(described(operation).hidden()).as("hidden").isFalse();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void parameters_are_read_by_their_types(Operation operation) {
    for (Parameter parameter : operation.method().getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        assertThat(scalarWithin(parameter))
            .as("%s: an Optional of a scalar", parameter)
            .isPresent()
            .get()
            .matches(ReadBody::isScalar);
      } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
        assertThat(scalarWithin(parameter)).get().matches(ReadBody::isScalar);
      } else if (parameter.isAnnotationPresent(Context.class)) {
        assertThat(parameter.getType()).as("what streams").isIn(SseEventSink.class, Sse.class);
      } else if (parameter.isAnnotationPresent(PathParam.class)) {
        assertThat(parameter.getType()).as("%s", parameter).matches(ReadBody::isScalar);
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        assertThat(parameter.getType()).isIn(ListRequest.class, IfMatch.class);
      } else {
        assertThat(
                parameter.getType().isRecord()
                    || List.of(InputStream.class, Rows.class).contains(parameter.getType()))
            .as("%s: bodies are records, many of them, or files", parameter)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void bodies_show_an_example_that_is_right(Operation operation) {
    for (Class<?> body : bodies(operation)) {
      Schema schema = body.getAnnotation(Schema.class);
      assertThat(schema).as("%s: @Schema(example = …)", body).isNotNull();
      assertThat(ReadBody.of(body, schema.example())).isNotNull();
      boolean mayBeLeftOut =
          Arrays.stream(body.getRecordComponents()).noneMatch(WireType::isNeeded);
      if (mayBeLeftOut && !operation.method().isAnnotationPresent(Consumes.class)) {
        continue; // no body, no media type
      }
      assertThat(operation.method().getAnnotation(Consumes.class))
          .as("@Consumes(application/json)")
          .isNotNull()
          .extracting(Consumes::value)
          .satisfies(types -> assertThat((String[]) types).contains(MediaType.APPLICATION_JSON));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answers_are_wire_records(Operation operation) {
    Class<?> answer = operation.method().getReturnType();
    if (answer == Response.class) {
      assertThat(produces(operation))
          .as("a Response is for downloads alone; return the record, a Listing, Created, Accepted")
          .isNotEmpty()
          .noneMatch(type -> type.startsWith(MediaType.APPLICATION_JSON));
      return;
    }
    assertThat(answer == void.class || answer.isRecord()).as("%s", answer).isTrue();
    if (answer.isRecord()
        && !Set.of(Listing.class, Created.class, Accepted.class).contains(answer)) {
      assertThat(answer.getRecordComponents())
          .as("long lists are Listings: " + answer)
          .noneMatch(c -> c.getName().equals("next"));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void lists_come_in_pages_and_as_csv(Operation operation) {
    boolean list = operation.method().getReturnType() == Listing.class;
    boolean asked =
        Arrays.stream(operation.method().getParameterTypes()).anyMatch(t -> t == ListRequest.class);
    assertThat(asked).as("@BeanParam ListRequest").isEqualTo(list);
    if (list) {
      assertThat(produces(operation)).containsExactly(Listing.JSON, Listing.CSV);
      Sorted orders = operation.method().getAnnotation(Sorted.class);
      assertThat(orders).as("@Sorted").isNotNull();
      Set<String> members = namesOf(rowOf(operation));
      for (String order : orders.value()) {
        for (String member : order.split(",", -1)) {
          assertThat(members).as("@Sorted").contains(member.replaceFirst("^-", ""));
        }
      }
    } else if (operation.verb().equals("GET")
        && operation.method().getReturnType() != FilePreview.class // the first rows of a file
        && operation.method().getReturnType().isRecord()) {
      assertThat(namesOf(operation.method().getReturnType()))
          .as("what has rows is a Listing")
          .doesNotContain("rows");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_streams_says_so(Operation operation) {
    boolean streams =
        Arrays.asList(operation.method().getParameterTypes()).contains(SseEventSink.class);
    assertThat(produces(operation).contains(MediaType.SERVER_SENT_EVENTS))
        .as("@Produces(text/event-stream)")
        .isEqualTo(streams);
    if (streams) {
      assertThat(operation.verb()).isEqualTo("GET");
      assertThat(operation.method().getReturnType()).isEqualTo(void.class);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_overwrites_says_upon_what(Operation operation) {
    if (Set.of("PUT", "PATCH").contains(operation.verb())) {
      assertThat(operation.method().getParameterTypes()).contains(IfMatch.class);
    }
  }

  private static Set<String> namesOf(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static Class<?> rowOf(Operation operation) {
    return (Class<?>)
        ((ParameterizedType) operation.method().getGenericReturnType()).getActualTypeArguments()[0];
  }

  private static List<Class<?>> bodies(Operation operation) {
    return Arrays.stream(operation.method().getParameters())
        .filter(p -> p.getAnnotations().length == 0)
        .<Class<?>>map(
            p ->
                p.getType() == Rows.class ? RowBodies.rowOf(p.getParameterizedType()) : p.getType())
        .filter(Class::isRecord)
        .toList();
  }

  private static Optional<Class<?>> scalarWithin(Parameter parameter) {
    return parameter.getType() == Optional.class
            && ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0]
                instanceof Class<?> inner
        ? Optional.of(inner)
        : Optional.empty();
  }

  private static Collection<String> produces(Operation operation) {
    return Stream.of(operation.method(), operation.resource())
        .map(e -> e.getAnnotation(Produces.class))
        .filter(p -> p != null)
        .findFirst()
        .map(p -> List.of(p.value()))
        .orElse(List.of());
  }

  private static String idOf(Operation operation) {
    return described(operation).operationId();
  }

  private static org.eclipse.microprofile.openapi.annotations.Operation described(
      Operation operation) {
    return operation
        .method()
        .getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
  }
}

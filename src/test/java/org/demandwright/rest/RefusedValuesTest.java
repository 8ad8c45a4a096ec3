package org.demandwright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.rest.wire.BadHeader;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.RefusedAs;
import org.demandwright.rest.wire.ScalarParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that do not fit and days that never were, at every parameter that there is. */
class RefusedValuesTest {
  private static final List<String> NO_NUMBERS =
      List.of(
          "9223372036854775808",
          "-9223372036854775809",
          "18446744073709551617",
          "1e3",
          "1.5",
          "0x1F",
          "1".repeat(1_100));
  private static final List<String> NO_DAYS =
      List.of(
          "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "+999999999-12-31", "2027-02-30");
  private static final List<String> NO_INSTANTS =
      List.of("-999999999-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z", "2027-01-01T00:00:00");

  private static final Map<Class<?>, List<String>> WRONG =
      Map.of(
          Long.class, NO_NUMBERS,
          long.class, NO_NUMBERS,
          Integer.class, NO_NUMBERS,
          int.class, NO_NUMBERS,
          LocalDate.class, NO_DAYS,
          Instant.class, NO_INSTANTS);

  /** A parameter that takes numbers, days or instants. */
  record Taken(String where, Parameter parameter, Class<?> type) {
    @Override
    public String toString() {
      return where + " " + type.getSimpleName();
    }
  }

  static List<Taken> parameters() {
    return Resources.operations().stream().flatMap(RefusedValuesTest::of).toList();
  }

  private static Stream<Taken> of(Resources.Operation operation) {
    return Arrays.stream(operation.method().getParameters())
        .filter(
            p ->
                Stream.of(QueryParam.class, PathParam.class, HeaderParam.class)
                    .anyMatch(p::isAnnotationPresent))
        .map(p -> new Taken(operation + " " + p.getName(), p, typeOf(p)))
        .filter(taken -> WRONG.containsKey(taken.type()));
  }

  private static Class<?> typeOf(Parameter parameter) {
    return parameter.getParameterizedType() instanceof ParameterizedType optional
        ? (Class<?>) optional.getActualTypeArguments()[0]
        : parameter.getType();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void are_refused(Taken taken) {
    ParamConverter<?> reader =
        new ScalarParameters()
            .getConverter(
                taken.parameter().getType(),
                taken.parameter().getParameterizedType(),
                taken.parameter().getAnnotations());
    assertThat(reader).isNotNull();
    for (String wrong : WRONG.get(taken.type())) {
      assertThatThrownBy(() -> reader.fromString(wrong))
          .as(wrong)
          .isInstanceOfAny(BadParameter.class, RefusedAs.class, BadHeader.class);
    }
  }
}

package org.demandwright.rest.wire;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads parameters of resources by their type: {@code Optional<LocalDate>} in the query, {@code
 * long} in the path. A query value that cannot be one is a bad parameter, a header likewise; a path
 * that cannot lead anywhere is not found.
 */
@Provider
public class ScalarParameters implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] where) {
    Optional<QueryParam> query = find(where, QueryParam.class);
    if (query.isPresent() && type == Optional.class) {
      Class<?> inner = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return Scalar.of(inner).map(kind -> this.<T>optional(kind, query.get().value())).orElse(null);
    }
    Optional<HeaderParam> header = find(where, HeaderParam.class);
    if (header.isPresent() && type == Optional.class) {
      Class<?> inner = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return Scalar.of(inner)
          .map(kind -> this.<T>inHeader(kind, header.get().value()))
          .orElse(null);
    }
    if (find(where, PathParam.class).isPresent() && type != String.class) {
      return Scalar.of(type).map(this::inPath).orElse(null);
    }
    return null;
  }

  @SuppressWarnings("unchecked") // an Optional of the scalar is what T stands for
  private <T> ParamConverter<T> optional(Scalar<?> kind, String name) {
    return new Reading<>(text -> (T) new QueryValue(name, text).as(kind));
  }

  @SuppressWarnings("unchecked") // an Optional of the scalar is what T stands for
  private <T> ParamConverter<T> inHeader(Scalar<?> kind, String name) {
    return new Reading<>(
        text ->
            (T)
                Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(
                        value ->
                            kind.read(value)
                                .orElseThrow(() -> new BadHeader(name, value, kind.allowed()))));
  }

  private <T> ParamConverter<T> inPath(Scalar<T> kind) {
    return new Reading<>(text -> kind.read(text).orElseThrow(ScalarParameters::nowhere));
  }

  private static RefusedAs nowhere() {
    return new RefusedAs(ProblemType.NOT_FOUND, "There is nothing at this address.");
  }

  private static <A extends Annotation> Optional<A> find(Annotation[] all, Class<A> wanted) {
    return Arrays.stream(all).filter(wanted::isInstance).map(wanted::cast).findFirst();
  }

  /** Reads alone: nobody writes parameters here. */
  private record Reading<T>(Function<String, T> read) implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      return read.apply(text);
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}

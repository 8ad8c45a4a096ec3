package org.demandwright.rest.wire;

import jakarta.ws.rs.NotFoundException;
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
 * long} in the path. A query value that cannot be one is a bad parameter; a path that cannot lead
 * anywhere is not found.
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
    if (find(where, PathParam.class).isPresent() && type != String.class) {
      return Scalar.of(type).map(this::inPath).orElse(null);
    }
    return null;
  }

  @SuppressWarnings("unchecked") // an Optional of the scalar is what T stands for
  private <T> ParamConverter<T> optional(Scalar<?> kind, String name) {
    return new Reading<>(text -> (T) new QueryValue(name, text).as(kind));
  }

  private <T> ParamConverter<T> inPath(Scalar<T> kind) {
    return new Reading<>(text -> kind.read(text).orElseThrow(NotFoundException::new));
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

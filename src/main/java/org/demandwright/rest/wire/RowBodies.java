package org.demandwright.rest.wire;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Hands bodies of many records to the resources that take {@link Rows}. */
@Provider
public class RowBodies implements MessageBodyReader<Rows<?>> {
  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type == Rows.class;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Rows<?> readFrom(
      Class<Rows<?>> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    Class<?> row = rowOf(generic);
    return new Rows<>(
        (Class<Record>) row, body, media.isCompatible(MediaType.valueOf(Rows.NDJSON)));
  }

  /** Returns the record that rows of a type are. */
  public static Class<?> rowOf(Type rows) {
    return (Class<?>) ((ParameterizedType) rows).getActualTypeArguments()[0];
  }
}

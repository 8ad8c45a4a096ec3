package org.demandwright.rest.wire;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads JSON bodies into the records that resources take ({@link RecordBody}), whatever their media
 * type: which there may be, resources say themselves, and an empty body has none.
 */
@Provider
public class RequestBodies implements MessageBodyReader<Record> {
  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return RecordBody.read(type, StrictJson.text(body));
  }
}

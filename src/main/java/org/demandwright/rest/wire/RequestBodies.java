package org.demandwright.rest.wire;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads JSON bodies into the records that resources take; see {@link RecordBody}. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
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

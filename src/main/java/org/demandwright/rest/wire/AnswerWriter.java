package org.demandwright.rest.wire;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes wire records, and pages of lists, as JSON. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class AnswerWriter implements MessageBodyWriter<Record> {
  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream output) {
    if (answer instanceof Listing<?> listing) {
      RecordJson.write(listing, output);
    } else {
      RecordJson.write(answer, output);
    }
  }
}

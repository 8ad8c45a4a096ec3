package org.demandwright.rest.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Sends files that are made meanwhile. */
@Provider
@ApplicationScoped
public class DownloadWriter implements MessageBodyWriter<Download> {
  @Inject ExportPlaces places;

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type == Download.class;
  }

  @Override
  public void writeTo(
      Download file,
      Class<?> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    places.use(() -> file.content().write(output));
  }
}

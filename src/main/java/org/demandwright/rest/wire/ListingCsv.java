package org.demandwright.rest.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes all rows of a list as CSV, so many lists at a time as there are places. */
@Provider
@ApplicationScoped
@Produces(CsvTable.MEDIA_TYPE)
public class ListingCsv implements MessageBodyWriter<Listing<?>> {
  @Inject ExportPlaces places;

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] where, MediaType media) {
    return type == Listing.class;
  }

  @Override
  public void writeTo(
      Listing<?> listing,
      Class<?> type,
      Type generic,
      Annotation[] where,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    listing.asked().asksForAll();
    places.use(() -> write(listing, output));
  }

  private static <R extends Record> void write(Listing<R> listing, OutputStream output)
      throws IOException {
    CsvTable<R> table = CsvTable.of(listing);
    if (listing.all().isPresent()) {
      table.write(output, listing.all().get());
    } else {
      table.stream(cursor -> listing.source().page(cursor, QueryValue.MOST_ROWS)).write(output);
    }
  }
}

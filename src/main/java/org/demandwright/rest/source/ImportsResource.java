package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.app.source.FileImports;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.source.ImportStatus;
import org.demandwright.store.source.ImportStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports of files that were sent to {@code /files}: tried or loaded while nobody waits. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class ImportsResource {
  @Inject FileImports imports;
  @Context SecurityContext caller;

  /**
   * What is wanted.
   *
   * @param fileId number of a file that was sent
   * @param dryRun whether nothing is to be loaded; by default false
   * @param replaces number of the load that it corrects
   * @param format words about the file's form
   * @param mapping what its headings mean
   */
  @Schema(
      example =
          "{\"fileId\": 12, \"dryRun\": true, \"format\": {\"numbers\": \"COMMA\"}, \"mapping\":"
              + " {\"Menge\": \"quantity\"}}")
  public record ImportRequest(
      long fileId,
      Optional<Boolean> dryRun,
      Optional<Long> replaces,
      Map<String, String> format,
      Map<String, String> mapping) {
    FileImports.Wish wish() {
      return new FileImports.Wish(
          fileId, dryRun.orElse(false), replaces, new FileAnswers(format, mapping));
    }
  }

  /**
   * One import.
   *
   * @param importId its number
   * @param fileId number of the file
   * @param name of the file, as it was sent
   * @param kind {@code order-lines} or {@code signals}
   * @param dryRun whether nothing is loaded
   * @param replaces number of the load that it corrects, absent where it corrects none
   * @param status WAITING, RUNNING, DONE (read to its end, and loaded unless dryRun) or FAILED
   *     (nothing was loaded)
   * @param rowCount rows of the file; absent until it is done, likewise the next three
   * @param loaded rows that could be read
   * @param bad rows that could not be read
   * @param refused of those that could be read, rows that the next run would refuse; of a dry run
   * @param because why it failed, and what to do; absent where it did not
   * @param askedBy account that asked for it
   * @param askedAt when it was asked for
   * @param endedAt when it ended, absent before
   */
  public record Import(
      long importId,
      long fileId,
      String name,
      String kind,
      boolean dryRun,
      Optional<Long> replaces,
      ImportStatus status,
      Optional<Long> rowCount,
      Optional<Long> loaded,
      Optional<Long> bad,
      Optional<Long> refused,
      Optional<String> because,
      String askedBy,
      Instant askedAt,
      Optional<Instant> endedAt) {
    static Import of(ImportStore.Entry entry) {
      ImportStore.Order order = entry.order();
      Optional<ImportStore.Counts> counts = entry.counts();
      return new Import(
          entry.importId(),
          order.fileId(),
          order.fileName(),
          order.fileKind(),
          order.dryRun(),
          order.replaces(),
          entry.status(),
          counts.map(ImportStore.Counts::rows),
          counts.map(ImportStore.Counts::loaded),
          counts.map(ImportStore.Counts::bad),
          counts.map(ImportStore.Counts::refused),
          entry.failedBecause().map(Wordbook.english()::say),
          order.by(),
          order.at(),
          entry.endedAt());
    }
  }

  /**
   * Why a row came to nothing.
   *
   * @param line in the file, counted from 1
   * @param reason a word for what is wrong, such as BAD_DATE
   * @param column heading of the value that is wrong
   * @param value what stands there
   * @param wrong what is wrong with it
   * @param advice what to do
   */
  public record RowFailure(
      long line, String reason, String column, String value, String wrong, String advice) {
    static RowFailure of(ImportStore.RowFailure failure) {
      return new RowFailure(
          failure.line(),
          failure.reason(),
          failure.column(),
          failure.value(),
          failure.wrong(),
          failure.advice());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-importId")
  @Operation(operationId = "listImports", summary = "Imports of files, newest first, for 90 days")
  public Listing<Import> all(@BeanParam ListRequest list) {
    return list.list(Import.class, (cursor, limit) -> imports.page(cursor, limit).map(Import::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getImport", summary = "One import")
  public Import one(@PathParam("id") long importId) {
    return Import.of(imports.one(importId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createImport",
      summary = "Import a file that was sent, or try it",
      description =
          "Answers at once; files are read one after the other on the server that has them, each"
              + " loaded as a whole or not at all. A server that is killed begins it anew.")
  public Accepted<Import> add(ImportRequest body) {
    ImportStore.Entry asked = imports.order(body.wish(), caller.getUserPrincipal().getName());
    return new Accepted<>(Import.of(asked), "imports/" + asked.importId());
  }

  @GET
  @Path("{id}/errors")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("line")
  @Operation(
      operationId = "listImportErrors",
      summary = "The first 200 rows that came to nothing, and why",
      description = "All of them are in the bad-rows of the file, with the rows as they stand.")
  public Listing<RowFailure> errors(@PathParam("id") long importId, @BeanParam ListRequest list) {
    return list.list(
        RowFailure.class,
        (cursor, limit) -> imports.failures(importId, cursor, limit).map(RowFailure::of));
  }
}

package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.app.source.FileLoading;
import org.demandwright.app.source.FilePreview;
import org.demandwright.app.source.FileRecord;
import org.demandwright.app.source.FileReport;
import org.demandwright.app.source.FileShelf;
import org.demandwright.file.FileKind;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files of order lines and of signals: send, look into, try, load. What a file is told of its form
 * and its headings goes with each request; save it as a profile to be used by itself.
 */
@Path("files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FilesResource {
  @Inject FileShelf shelf;
  @Inject FileLoading loading;
  @Context SecurityContext caller;

  /**
   * One file.
   *
   * @param kind {@code order-lines} or {@code signals}
   * @param loadId number of its load, absent while it was not loaded
   */
  public record File(
      long fileId,
      String name,
      String kind,
      String sha256,
      long bytes,
      String sentBy,
      Instant sentAt,
      Long loadId,
      Instant loadedAt) {

    static File of(FileRecord file) {
      return new File(
          file.fileId(),
          file.name(),
          file.kind().word(),
          file.sha256(),
          file.bytes(),
          file.sentBy(),
          file.sentAt(),
          file.loadId().orElse(null),
          file.loadedAt().orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-fileId")
  @Operation(operationId = "listFiles", summary = "Files that were sent, the newest first")
  public Listing<File> all(@BeanParam ListRequest list) {
    return list.list(File.class, (cursor, limit) -> shelf.page(cursor, limit).map(File::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getFile", summary = "One file that was sent")
  public File one(@PathParam("id") long fileId) {
    return File.of(shelf.sent(fileId));
  }

  @POST
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    "text/csv",
    "application/gzip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  @Operation(
      operationId = "sendFile",
      summary = "Send a file as the body; kind is order-lines (by default) or signals")
  public Created<File> send(
      @QueryParam("name") Optional<String> name,
      @QueryParam("kind") Optional<String> kind,
      InputStream body) {
    FileRecord sent =
        shelf.take(
            name.orElse("file"),
            kind.map(AnswersRequest::kind).orElse(FileKind.ORDER_LINES),
            body,
            user());
    return new Created<>(File.of(sent), sent.fileId());
  }

  @GET
  @Path("{id}/preview")
  @Operation(
      operationId = "previewFile",
      summary = "What is found out about a file, what has to be answered, the first rows")
  public FilePreview preview(@PathParam("id") long fileId) {
    return loading.preview(fileId, FileAnswers.none());
  }

  @POST
  @Path("{id}/preview")
  @Operation(
      operationId = "previewFileAsTold",
      summary = "The same with what is said about its form and its headings")
  public FilePreview preview(@PathParam("id") long fileId, AnswersRequest body) {
    return loading.preview(fileId, body.answers());
  }

  @POST
  @Path("{id}/dry-run")
  @Operation(
      operationId = "tryFile",
      summary =
          "Read the whole of a file and load nothing; replaces = the load that it would correct")
  public FileReport dryRun(
      @PathParam("id") long fileId,
      @QueryParam("replaces") Optional<Long> replaces,
      AnswersRequest body) {
    return loading.dryRun(fileId, body.answers(), corrected(replaces));
  }

  @GET
  @Path("{id}/bad-rows")
  @Produces("text/csv")
  @Operation(
      operationId = "downloadBadRows",
      summary = "The rows that could not be read when the file was tried last, as CSV")
  public Response badRows(@PathParam("id") long fileId) {
    return Response.ok(loading.badRows(fileId).toFile())
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"bad-rows-" + fileId + ".csv\"")
        .build();
  }

  @POST
  @Path("{id}/load")
  @Operation(
      operationId = "loadFile",
      summary = "Load a file, all of it or nothing; replaces = the load that it corrects")
  public FileReport load(
      @PathParam("id") long fileId,
      @QueryParam("replaces") Optional<Long> replaces,
      AnswersRequest body) {
    return loading.load(fileId, body.answers(), corrected(replaces), user());
  }

  private static OptionalLong corrected(Optional<Long> replaces) {
    return replaces.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "deleteFile", summary = "Remove a file; what was loaded from it stays")
  public void remove(@PathParam("id") long fileId) {
    shelf.remove(fileId);
  }

  private String user() {
    return caller.getUserPrincipal().getName();
  }
}

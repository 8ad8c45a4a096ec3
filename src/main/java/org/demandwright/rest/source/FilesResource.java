package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.app.source.FileLoading;
import org.demandwright.app.source.FilePreview;
import org.demandwright.app.source.FileRecord;
import org.demandwright.app.source.FileReport;
import org.demandwright.app.source.FileShelf;
import org.demandwright.file.FileKind;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files of order lines and of signals: send, look into, try, load. What a file is told of its form
 * and its headings goes with each request; save it as a profile to be used by itself.
 */
@Path("files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FilesResource {
  @Inject FileShelf shelf;
  @Inject FileLoading loading;
  @Context SecurityContext caller;
  @Context UriInfo uri;

  /** The files that were sent, the newest first. */
  public record Sent(List<File> rows) {}

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
  @Operation(summary = "All files that were sent")
  public Sent all() {
    return new Sent(shelf.all().stream().map(File::of).toList());
  }

  @POST
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    "text/csv",
    "application/gzip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  @Operation(summary = "Send a file as the body; kind is order-lines (by default) or signals")
  public Response send(
      @QueryParam("name") String name, @QueryParam("kind") String kind, InputStream body) {
    FileRecord sent =
        shelf.take(
            new QueryValue("name", name).asText().orElse("file"),
            new QueryValue("kind", kind)
                .asText()
                .map(AnswersRequest::kind)
                .orElse(FileKind.ORDER_LINES),
            body,
            user());
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(sent.fileId())).build())
        .entity(File.of(sent))
        .build();
  }

  @GET
  @Path("{id}/preview")
  @Operation(summary = "What is found out about a file, what has to be answered, the first rows")
  public FilePreview preview(@PathParam("id") long fileId) {
    return loading.preview(fileId, FileAnswers.none());
  }

  @POST
  @Path("{id}/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same with what is said about its form and its headings")
  public FilePreview preview(
      @PathParam("id") long fileId,
      @RequestBody(content = @Content(schema = @Schema(example = AnswersRequest.EXAMPLE)))
          String body) {
    return loading.preview(fileId, AnswersRequest.answers(body));
  }

  @POST
  @Path("{id}/dry-run")
  @Operation(
      summary =
          "Read the whole of a file and load nothing; replaces = the load that it would correct")
  public FileReport dryRun(
      @PathParam("id") long fileId,
      @QueryParam("replaces") String replaces,
      @RequestBody(content = @Content(schema = @Schema(example = AnswersRequest.EXAMPLE)))
          String body) {
    return loading.dryRun(fileId, AnswersRequest.answers(body), corrected(replaces));
  }

  @GET
  @Path("{id}/bad-rows")
  @Produces("text/csv")
  @Operation(summary = "The rows that could not be read when the file was tried last, as CSV")
  public Response badRows(@PathParam("id") long fileId) {
    return Response.ok(loading.badRows(fileId).toFile())
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"bad-rows-" + fileId + ".csv\"")
        .build();
  }

  @POST
  @Path("{id}/load")
  @Operation(summary = "Load a file, all of it or nothing; replaces = the load that it corrects")
  public FileReport load(
      @PathParam("id") long fileId,
      @QueryParam("replaces") String replaces,
      @RequestBody(content = @Content(schema = @Schema(example = AnswersRequest.EXAMPLE)))
          String body) {
    return loading.load(fileId, AnswersRequest.answers(body), corrected(replaces), user());
  }

  private static OptionalLong corrected(String replaces) {
    return new QueryValue("replaces", replaces)
        .asId()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a file; what was loaded from it stays")
  public void remove(@PathParam("id") long fileId) {
    shelf.remove(fileId);
  }

  private String user() {
    return caller.getUserPrincipal().getName();
  }
}

package org.demandwright.rest.exchange;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.exchange.ExportRecord;
import org.demandwright.app.exchange.ExportTerms;
import org.demandwright.app.exchange.Exports;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.forecast.Net;
import org.demandwright.rest.forecast.ReadableVersions;
import org.demandwright.rest.forecast.Shown;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.ExportPlaces;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.WorkStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forecasts of a version as one file, written by a job and taken when it is ready. */
@Path("exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Exports")
public class ExportsResource {
  static final String GZIP = "application/gzip";

  @Inject Exports exports;
  @Inject ForecastQueries queries;
  @Inject ReadableVersions readable;
  @Inject CallerScope scope;
  @Inject ExportPlaces places;
  @Context SecurityContext caller;

  /**
   * One export.
   *
   * @param status WAITING, RUNNING, READY (its content can be taken) or FAILED
   * @param raw whether text stands as it is
   * @param rowCount lines of the content without its heading, likewise absent until it is READY
   * @param byteCount of the content, packed
   * @param sha256 of the content as it is taken, packed; hexadecimal
   * @param keptUntil when it is removed
   * @param failedBecause why it came to nothing, and what to do
   */
  public record Export(
      long exportId,
      WorkStatus status,
      String askedBy,
      Instant askedAt,
      String plan,
      long versionId,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> channel,
      Optional<String> category,
      Optional<Long> seriesId,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Instant> changedSince,
      Optional<BigDecimal> minChangeQty,
      Optional<Shown> include,
      Optional<Net> net,
      boolean raw,
      Optional<Long> rowCount,
      Optional<Long> byteCount,
      Optional<String> sha256,
      Optional<Instant> endedAt,
      Optional<Instant> keptUntil,
      Optional<String> failedBecause) {

    static Export of(ExportRecord record) {
      ExportStore.Export e = record.export();
      ExportTerms terms = record.terms();
      return new Export(
          e.exportId(),
          e.status(),
          e.order().by(),
          e.order().at(),
          e.order().plan(),
          e.order().versionId(),
          terms.series().org(),
          terms.series().item(),
          terms.series().site(),
          terms.series().channel(),
          terms.series().category(),
          terms.series().seriesId(),
          terms.from(),
          terms.to(),
          terms.changedSince(),
          terms.minChangeQty(),
          Optional.of(Shown.NOT_RECOMMENDED).filter(shown -> terms.notRecommended()),
          Optional.of(Net.OPEN).filter(open -> terms.share() == Share.NET_OF_OPEN),
          terms.raw(),
          e.content().map(ExportStore.Content::rows),
          e.content().map(ExportStore.Content::bytes),
          e.content().map(ExportStore.Content::sha256),
          e.endedAt(),
          record.keptUntil(),
          e.failedBecause().map(Wordbook.english()::say));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-exportId")
  @Operation(
      operationId = "listExports",
      summary = "Exports that the caller asked for, newest first; for administrators all")
  public Listing<Export> all(@BeanParam ListRequest list) {
    DataScope seen = scope.get();
    Optional<String> asker = asker();
    return list.list(
        Export.class, (cursor, limit) -> exports.page(seen, asker, cursor, limit).map(Export::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getExport", summary = "One export")
  public Export one(@PathParam("id") long exportId) {
    return Export.of(exports.one(scope.get(), asker(), exportId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createExport",
      summary = "Ask for forecasts of a version as a file",
      description =
          "Answers at once; the file is written by a job beside all others. It has the columns of"
              + " the list of forecasts in CSV and all rows that the filters let through.")
  public Accepted<Export> add(ExportRequest body) {
    VersionRecord version = version(body.choice());
    ExportRecord asked = exports.order(version, body.terms(scope.get()), name());
    return new Accepted<>(Export.of(asked), "exports/" + asked.export().exportId());
  }

  @GET
  @Path("{id}/content")
  @Produces(GZIP)
  @Operation(
      operationId = "getExportContent",
      summary = "The file: CSV in UTF-8, packed by gzip",
      description = "Content-Digest and Repr-Digest hold the SHA-256 of the bytes that are sent.")
  public Response content(@PathParam("id") long exportId) {
    ExportStore.Export export = exports.ready(scope.get(), asker(), exportId).export();
    ExportStore.Content content = export.content().orElseThrow();
    String digest =
        "sha-256=:%s:"
            .formatted(
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.sha256())));
    StreamingOutput blocks = output -> places.use(() -> write(exportId, output));
    return Response.ok(blocks)
        .tag(new EntityTag(content.sha256()))
        .header(HttpHeaders.CONTENT_LENGTH, content.bytes())
        .header("Content-Digest", digest)
        .header("Repr-Digest", digest)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"forecasts-v%d-export%d.csv.gz\""
                .formatted(export.order().versionId(), exportId))
        .build();
  }

  /** Block after block: nothing of the store is held while the caller takes one. */
  private void write(long exportId, OutputStream output) throws IOException {
    Optional<byte[]> block = exports.block(exportId, 1);
    for (int next = 2; block.isPresent(); next++) {
      output.write(block.get());
      block = exports.block(exportId, next);
    }
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteExport",
      summary = "Remove an export with its content; one that is under way comes to nothing")
  public void remove(@PathParam("id") long exportId, @BeanParam IfMatch seen) {
    exports.remove(scope.get(), asker(), exportId, seen.of(Export::of));
  }

  /** Whose exports the caller sees: their own, those who look after the installation all. */
  private Optional<String> asker() {
    return caller.isUserInRole(Roles.ADMIN) ? Optional.empty() : Optional.of(name());
  }

  private String name() {
    return caller.getUserPrincipal().getName();
  }

  private VersionRecord version(VersionChoice choice) {
    Optional<VersionRecord> version =
        choice.versionId().isPresent()
            ? readable.find(choice.versionId().get())
            : queries.published(scope.get(), choice.plan());
    VersionRecord found = version.orElseThrow(() -> missing(choice));
    if (choice.plan().filter(plan -> !plan.equals(found.plan())).isPresent()) {
      throw Refused.because(
          "plan",
          "Version %d is one of plan %s. Name one of the two alone."
              .formatted(found.versionId(), found.plan()));
    }
    return found;
  }

  private static Refused missing(VersionChoice choice) {
    return new Refused(
        Refused.Kind.NOT_FOUND,
        choice
            .versionId()
            .map("There is no version %d."::formatted)
            .orElseGet(
                () ->
                    "No version of plan %s is published yet: run a job for it first."
                        .formatted(choice.plan().orElse(PlanStore.DEFAULT))));
  }
}

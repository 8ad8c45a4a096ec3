package org.demandwright.rest.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.demandwright.app.quality.EraseCustomers;
import org.demandwright.app.run.JobRun;
import org.demandwright.rest.run.JobExecutionsResource.Execution;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.source.ErasureStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers whose code is erased. */
@Path("customer-erasures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@OfAllData
@Tag(name = "Data quality")
public class CustomerErasuresResource {
  @Inject EraseCustomers customers;
  @Context SecurityContext caller;

  /** Whom to erase: the code as the ERP has it, in every company and source. */
  @Schema(example = "{\"customer\": \"C-4711\"}")
  public record ErasureRequest(String customer) {}

  /**
   * How many rows name the customer.
   *
   * @param earlierLines what lines said before they were changed
   * @param rowsSetAside rows in quarantine
   * @param findings of the data quality
   * @param marks documents that are marked as no demand
   */
  public record Counts(
      long salesLines,
      long earlierLines,
      long pushedLines,
      long rowsSetAside,
      long findings,
      long marks) {
    static Counts of(ErasureStore.Counts c) {
      return new Counts(
          c.salesLines(),
          c.earlierLines(),
          c.pushedLines(),
          c.rowsSetAside(),
          c.findings(),
          c.marks());
    }
  }

  /**
   * One erasure.
   *
   * @param pseudonym what stands in the place of the code
   * @param doneAt absent while it is outstanding
   * @param rows that named the customer; 0 while it is outstanding
   */
  public record Erasure(
      long erasureId,
      String pseudonym,
      Instant requestedAt,
      String requestedBy,
      Instant doneAt,
      Counts rows) {
    static Erasure of(ErasureStore.Erasure e) {
      return new Erasure(
          e.erasureId(),
          e.pseudonym(),
          e.requestedAt(),
          e.requestedBy(),
          e.doneAt().orElse(null),
          Counts.of(e.counts()));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-erasureId")
  @Operation(operationId = "listCustomerErasures", summary = "Customers that were erased")
  public Listing<Erasure> all(@BeanParam ListRequest list) {
    return list.list(
        Erasure.class, (cursor, limit) -> customers.page(cursor, limit).map(Erasure::of));
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewCustomerErasure",
      summary = "How many rows name a customer; nothing is changed")
  public Counts preview(ErasureRequest body) {
    return Counts.of(customers.preview(body.customer()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "eraseCustomer",
      summary = "Put a pseudonym in the place of a customer's code, for good",
      description =
          "No quantity changes, and lines that are read again get the same pseudonym. Location leads"
              + " to the run that does it; it waits for no other: 409 while one is under way.")
  public Accepted<Execution> erase(ErasureRequest body) {
    JobRun run = customers.erase(body.customer(), caller.getUserPrincipal().getName());
    return new Accepted<>(Execution.of(run), "job-executions/" + run.executionId());
  }
}

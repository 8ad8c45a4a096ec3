package org.demandwright.rest.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Announcement;
import org.demandwright.app.exchange.WebhookRecord;
import org.demandwright.app.exchange.Webhooks;
import org.demandwright.rest.exchange.WebhookWire.Delivery;
import org.demandwright.rest.exchange.WebhookWire.EventKind;
import org.demandwright.rest.exchange.WebhookWire.NewWebhookSecret;
import org.demandwright.rest.exchange.WebhookWire.ReplayRequest;
import org.demandwright.rest.exchange.WebhookWire.Replayed;
import org.demandwright.rest.exchange.WebhookWire.Webhook;
import org.demandwright.rest.exchange.WebhookWire.WebhookRequest;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.security.Roles;
import org.demandwright.store.exchange.DeliveryStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where other systems want to be told of what happens. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@OfAllData
@ToldOnce
@Tag(name = "Webhooks")
public class WebhooksResource {
  @Inject Webhooks webhooks;
  @Context SecurityContext caller;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("webhookId")
  @Operation(operationId = "listWebhooks", summary = "Webhooks, the oldest first")
  public Listing<Webhook> all(@BeanParam ListRequest list) {
    return list.list(
        Webhook.class, (cursor, limit) -> webhooks.page(cursor, limit).map(Webhook::of));
  }

  @GET
  @Path("kinds")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("kind")
  @Operation(operationId = "listWebhookKinds", summary = "What webhooks may be told")
  public Listing<EventKind> kinds(@BeanParam ListRequest list) {
    return list.whole(
        EventKind.class,
        List.of(Announcement.Kind.values()).stream()
            .map(EventKind::of)
            .sorted((a, b) -> a.kind().compareTo(b.kind()))
            .toList());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getWebhook", summary = "One webhook")
  public Webhook one(@PathParam("id") long webhookId) {
    return Webhook.of(webhooks.one(webhookId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createWebhook",
      summary = "Make a webhook; its secret is told in this answer alone")
  public Created<NewWebhookSecret> add(WebhookRequest body) {
    WebhookRecord made = webhooks.add(body.terms(), name());
    return new Created<>(NewWebhookSecret.of(made), made.webhook().webhookId());
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeWebhook", summary = "Change what a webhook is told, and where")
  public Webhook change(
      @PathParam("id") long webhookId, @BeanParam IfMatch seen, WebhookRequest body) {
    return Webhook.of(webhooks.change(webhookId, body.terms(), seen.of(Webhook::of)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Remove a webhook; what it was not told yet, it is not told any more")
  public void remove(@PathParam("id") long webhookId, @BeanParam IfMatch seen) {
    webhooks.remove(webhookId, seen.of(Webhook::of));
  }

  @POST
  @Path("{id}/rotate")
  @Operation(
      operationId = "rotateWebhook",
      summary = "Draw another secret; for a day messages are signed with both")
  public NewWebhookSecret rotate(@PathParam("id") long webhookId) {
    return NewWebhookSecret.of(webhooks.rotate(webhookId));
  }

  @POST
  @Path("{id}/test")
  @Operation(operationId = "testWebhook", summary = "Send a message of kind webhook.test")
  public Webhook test(@PathParam("id") long webhookId) {
    return Webhook.of(webhooks.test(webhookId, name()));
  }

  @GET
  @Path("{id}/deliveries")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-deliveryId")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "What a webhook was told or is to be told, newest first")
  public Listing<Delivery> deliveries(
      @PathParam("id") long webhookId,
      @QueryParam("status") Optional<DeliveryStatus> status,
      @BeanParam ListRequest list) {
    return list.list(
        Delivery.class,
        (cursor, limit) -> webhooks.deliveries(webhookId, status, cursor, limit).map(Delivery::of));
  }

  @GET
  @Path("{id}/deliveries/{delivery}")
  @Operation(operationId = "getWebhookDelivery", summary = "One message to a webhook")
  public Delivery delivery(
      @PathParam("id") long webhookId, @PathParam("delivery") long deliveryId) {
    return Delivery.of(webhooks.delivery(webhookId, deliveryId));
  }

  @POST
  @Path("{id}/deliveries/{delivery}/replay")
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Send a message that has ended once more, under its number")
  public Delivery replay(@PathParam("id") long webhookId, @PathParam("delivery") long deliveryId) {
    return Delivery.of(webhooks.replay(webhookId, deliveryId));
  }

  @POST
  @Path("{id}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replayWebhook",
      summary = "Send once more what has ended and happened since an instant")
  public Replayed replaySince(@PathParam("id") long webhookId, ReplayRequest body) {
    return new Replayed(webhooks.replaySince(webhookId, body.since()));
  }

  private String name() {
    return caller.getUserPrincipal().getName();
  }
}

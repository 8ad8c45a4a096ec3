package org.demandwright.rest.access;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.access.ApiClients;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Passing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.security.Roles;
import org.demandwright.store.access.Account.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Systems that use the API, each with secrets of its own: as HTTP Basic password, as Bearer token,
 * or for an access token of {@code POST /oauth/token}.
 */
@Path("api-clients")
@ToldOnce
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "API clients")
public class ApiClientsResource {
  @Inject ApiClients clients;
  @Context SecurityContext caller;

  /**
   * One system.
   *
   * @param state whether it may log in
   * @param expiresAt from when on it may not log in; absent = never
   * @param lastLogin to the hour; absent = never
   * @param scope what part of the data it may see
   * @param version counts its changes
   * @param secrets the numbers of its secrets
   */
  public record ClientRow(
      String name,
      List<String> roles,
      State state,
      Instant createdAt,
      Optional<Instant> expiresAt,
      @Passing Optional<Instant> lastLogin,
      AccountsResource.VisibleData scope,
      int version,
      List<Long> secrets) {
    static ClientRow of(ApiClients.Client c) {
      return new ClientRow(
          c.account().name(),
          List.copyOf(new TreeSet<>(c.account().roles())),
          c.account().state(),
          c.account().createdAt(),
          c.account().expiresAt(),
          c.account().lastLogin(),
          AccountsResource.VisibleData.of(c.account().scope()),
          c.account().version(),
          c.keys().stream().map(ApiClients.Key::keyId).toList());
    }
  }

  /**
   * One secret, of which nothing can be told but its age.
   *
   * @param expiresAt absent = never
   * @param lastUsedAt to the minute; absent = never
   */
  public record SecretRow(
      long secretId,
      Instant createdAt,
      String createdBy,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {
    static SecretRow of(ApiClients.Key key) {
      return new SecretRow(
          key.keyId(), key.createdAt(), key.createdBy(), key.expiresAt(), key.lastUsedAt());
    }
  }

  /**
   * A secret that was drawn.
   *
   * @param secret told this once
   */
  public record NewSecret(long secretId, String secret, Optional<Instant> expiresAt) {}

  /**
   * A new system.
   *
   * @param roles of API, VIEWER, PLANNER, ADMIN, at least one
   * @param scope what part of the data it may see; by default everything
   * @param expiresAt from when on it may not log in; by default never
   */
  @Schema(example = "{\"name\": \"mrp\", \"roles\": [\"API\"]}")
  public record ClientRequest(
      String name,
      List<String> roles,
      Optional<AccountsResource.VisibleData> scope,
      Optional<Instant> expiresAt) {}

  /**
   * A new secret.
   *
   * @param expiresAt from when on it is worth nothing; by default never
   */
  @Schema(example = "{\"expiresAt\": \"2027-12-31T00:00:00Z\"}")
  public record SecretRequest(Optional<Instant> expiresAt) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(operationId = "listApiClients", summary = "Systems that use the API")
  public Listing<ClientRow> all(@BeanParam ListRequest list) {
    return list.list(
        ClientRow.class, (cursor, limit) -> clients.all(cursor, limit).map(ClientRow::of));
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getApiClient", summary = "One system")
  public ClientRow one(@PathParam("name") String name) {
    return ClientRow.of(clients.one(name));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createApiClient", summary = "Make a system, which has no secret yet")
  public Created<ClientRow> add(ClientRequest body) {
    ApiClients.Client made =
        clients.add(
            body.name(),
            Set.copyOf(body.roles()),
            AccountsResource.scope(body.scope()),
            body.expiresAt());
    return new Created<>(ClientRow.of(made), made.account().name());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeApiClient",
      summary = "Give a system roles, a scope, a lock or an expiry")
  public ClientRow change(
      @PathParam("name") String name,
      @BeanParam IfMatch seen,
      AccountsResource.AccountChange body) {
    return ClientRow.of(clients.change(name, body.wanted(), seen.of(ClientRow::of)));
  }

  @DELETE
  @Path("{name}")
  @Operation(
      operationId = "retireApiClient",
      summary = "Retire a system for good, with its secrets; its name is never given again")
  public void retire(@PathParam("name") String name) {
    clients.retire(name);
  }

  @GET
  @Path("{name}/secrets")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("secretId")
  @Operation(
      operationId = "listSecrets",
      summary = "The secrets of a system, without themselves, the oldest first")
  public Listing<SecretRow> secrets(@PathParam("name") String name, @BeanParam ListRequest list) {
    return list.whole(
        SecretRow.class, clients.one(name).keys().stream().map(SecretRow::of).toList());
  }

  @POST
  @Path("{name}/secrets")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSecret",
      summary = "Draw a secret, told this once; for rotation a system may have five")
  public Created<NewSecret> addSecret(@PathParam("name") String name, SecretRequest body) {
    ApiClients.NewKey drawn =
        clients.addKey(name, body.expiresAt(), caller.getUserPrincipal().getName());
    return new Created<>(
        new NewSecret(drawn.key().keyId(), drawn.secret(), drawn.key().expiresAt()),
        drawn.key().keyId());
  }

  @DELETE
  @Path("{name}/secrets/{id}")
  @Operation(
      operationId = "deleteSecret",
      summary = "Remove a secret: it and its tokens are worth nothing at once")
  public void removeSecret(@PathParam("name") String name, @PathParam("id") long secretId) {
    clients.removeKey(name, secretId);
  }
}

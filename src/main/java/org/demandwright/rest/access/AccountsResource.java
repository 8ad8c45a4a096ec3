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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.access.AccountRecord;
import org.demandwright.app.access.Accounts;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Passing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.security.Roles;
import org.demandwright.store.access.Account.Kind;
import org.demandwright.store.access.Account.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts of people. Systems are clients of the API. */
@Path("accounts")
@ToldOnce
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts")
public class AccountsResource {
  @Inject Accounts accounts;

  /**
   * One account.
   *
   * @param kind LOCAL has a password here, OUTSIDE is known to the identity provider
   * @param state whether it may log in
   * @param mustChange whether its owner has to choose a password first
   * @param expiresAt from when on it may not log in; absent = never
   * @param lastLogin absent = never; to the hour for what logs in with every request
   * @param scope what part of the data it may see
   * @param version counts its changes
   */
  public record AccountRow(
      String name,
      Kind kind,
      List<String> roles,
      State state,
      boolean mustChange,
      Instant createdAt,
      Optional<Instant> expiresAt,
      @Passing Optional<Instant> lastLogin,
      VisibleData scope,
      int version) {
    static AccountRow of(AccountRecord a) {
      return new AccountRow(
          a.name(),
          a.kind(),
          List.copyOf(new TreeSet<>(a.roles())),
          a.state(),
          a.mustChange(),
          a.createdAt(),
          a.expiresAt(),
          a.lastLogin(),
          VisibleData.of(a.scope()),
          a.version());
    }
  }

  /**
   * What part of the data may be seen: series of these companies, at these sites, of items of these
   * categories; 1 to 100 names each, absent = all.
   *
   * @param companies absent = all
   * @param sites identities of sites, absent = all
   * @param categories absent = all
   */
  public record VisibleData(
      Optional<List<String>> companies,
      Optional<List<String>> sites,
      Optional<List<String>> categories) {
    static VisibleData of(DataScope scope) {
      return new VisibleData(
          scope.companies().map(List::copyOf),
          scope.sites().map(List::copyOf),
          scope.categories().map(List::copyOf));
    }

    /** Returns the scope; no part at all is everything. */
    DataScope scope() {
      return new DataScope(
          names("companies", companies), names("sites", sites), names("categories", categories));
    }

    private static Optional<Set<String>> names(String part, Optional<List<String>> given) {
      return given.map(
          some -> {
            if (some.isEmpty() || some.size() > DataScope.MOST) {
              throw Refused.because(
                  "scope/" + part,
                  "Name 1 to %d %s; leave the list out for all of them."
                      .formatted(DataScope.MOST, part));
            }
            return Set.copyOf(new TreeSet<>(some));
          });
    }
  }

  /**
   * An account with the password that was drawn for it.
   *
   * @param password told this once; its owner has to change it before anything else
   */
  public record WithPassword(String name, List<String> roles, String password) {
    static WithPassword of(Accounts.WithPassword drawn) {
      return new WithPassword(
          drawn.account().name(),
          List.copyOf(new TreeSet<>(drawn.account().roles())),
          drawn.password());
    }
  }

  /**
   * A new account.
   *
   * @param roles of ADMIN, PLANNER, VIEWER, API, at least one
   * @param scope what part of the data it may see; by default everything
   * @param expiresAt from when on it may not log in; by default never
   */
  @Schema(
      example =
          "{\"name\": \"ann\", \"roles\": [\"PLANNER\"], \"scope\": {\"companies\": [\"nl\"]}}")
  public record AccountRequest(
      String name, List<String> roles, Optional<VisibleData> scope, Optional<Instant> expiresAt) {}

  /**
   * What an account is to be.
   *
   * @param roles of ADMIN, PLANNER, VIEWER, API, at least one; of OUTSIDE accounts as they are
   * @param locked whether it may not log in
   * @param scope what part of the data it may see, {} = everything; left out it stays as it is
   * @param expiresAt from when on it may not log in; by default never
   */
  @Schema(example = "{\"roles\": [\"VIEWER\"], \"locked\": false, \"scope\": {}}")
  public record AccountChange(
      List<String> roles,
      boolean locked,
      Optional<VisibleData> scope,
      Optional<Instant> expiresAt) {
    /** Returns what is wanted. */
    Accounts.Change wanted() {
      return new Accounts.Change(
          Optional.of(Set.copyOf(roles)),
          Optional.of(locked),
          Optional.of(expiresAt),
          scope.map(VisibleData::scope));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(operationId = "listAccounts", summary = "Accounts of people, retired ones too")
  public Listing<AccountRow> all(@BeanParam ListRequest list) {
    return list.list(
        AccountRow.class, (cursor, limit) -> accounts.all(cursor, limit).map(AccountRow::of));
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getAccountByName", summary = "One account")
  public AccountRow one(@PathParam("name") String name) {
    return AccountRow.of(accounts.one(name));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createAccount",
      summary = "Make an account; its first password is drawn and told this once")
  public Created<WithPassword> add(AccountRequest body) {
    Accounts.WithPassword made =
        accounts.add(body.name(), Set.copyOf(body.roles()), scope(body.scope()), body.expiresAt());
    return new Created<>(WithPassword.of(made), made.account().name());
  }

  /** Returns what a new account may see. */
  static DataScope scope(Optional<VisibleData> wanted) {
    return wanted.map(VisibleData::scope).orElseGet(DataScope::unrestricted);
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeAccount",
      summary = "Give an account roles, a scope, a lock or an expiry; sessions end within a minute")
  public AccountRow change(
      @PathParam("name") String name, @BeanParam IfMatch seen, AccountChange body) {
    Expected<AccountRecord> expected = seen.of(AccountRow::of);
    return AccountRow.of(accounts.change(name, body.wanted(), expected));
  }

  @POST
  @Path("{name}/reset-password")
  @Operation(
      operationId = "resetPassword",
      summary = "Draw another password, which its owner has to change before anything else")
  public WithPassword reset(@PathParam("name") String name) {
    return WithPassword.of(accounts.resetPassword(name));
  }

  @DELETE
  @Path("{name}")
  @Operation(
      operationId = "retireAccount",
      summary = "Retire an account for good; its name is never given again")
  public void retire(@PathParam("name") String name) {
    accounts.retire(name);
  }
}

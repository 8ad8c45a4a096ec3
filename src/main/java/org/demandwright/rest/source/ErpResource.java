package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpAdapters;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.app.source.ErpTarget;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The connection to the ERP: check it, print the views, install them on request. Credentials come
 * in the body of a request and are forgotten with it.
 */
@Path("erp")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "ERP")
@ToldOnce
public class ErpResource {
  private static final String SQL = MediaType.TEXT_PLAIN + ";charset=UTF-8";

  @Inject ErpConnection connection;
  @Inject ErpAdapters adapters;
  @Context SecurityContext caller;

  @GET
  @Path("check")
  @Operation(
      operationId = "checkErp",
      summary = "Check the configured ERP: what it is, its views, rights, rows and lines")
  public ErpCheck check() {
    return ErpCheck.of(connection.check(ErpTarget.CONFIGURED, user()));
  }

  @POST
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkErpAt",
      summary = "Check another address or another user, for this one time")
  public ErpCheck check(ErpPlace body) {
    return ErpCheck.of(connection.check(body.target(), user()));
  }

  @GET
  @Path("adapters")
  @Operation(
      operationId = "getErpAdapters",
      summary = "The adapters that are known, with their versions and parameters")
  public ErpAdapters.Known adapters() {
    return adapters.known();
  }

  @GET
  @Path("adapters/{erp}/{version}/script")
  @Produces(SQL)
  @Operation(
      operationId = "downloadErpScript",
      summary = "The views of an adapter as SQL; parameters=name=value;name=value")
  public Response script(
      @PathParam("erp") String erp,
      @PathParam("version") String version,
      @QueryParam("parameters") Optional<String> parameters) {
    return download(adapters.script(erp, version, parsed(parameters.orElse(null))));
  }

  @GET
  @Path("adapters/{erp}/{version}/drop")
  @Produces(SQL)
  @Operation(
      operationId = "downloadErpDropScript",
      summary = "What takes the views of an adapter back, as SQL")
  public Response drop(@PathParam("erp") String erp, @PathParam("version") String version) {
    return download(adapters.drop(erp, version));
  }

  @POST
  @Path("views")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "installErpViews",
      summary = "Install the views of an adapter with the credentials of this one request")
  public ErpInstallation install(InstallRequest request) {
    ErpInstallation done =
        ErpInstallation.of(connection.install(request.target(), request.wish(), user()));
    if (!done.failure().isEmpty()) {
      String effect = done.dryRun() ? "" : " In effect: " + done.done() + ".";
      throw new Refused(Refused.Kind.CONFLICT, done.failure() + effect);
    }
    return done;
  }

  private static Map<String, String> parsed(String parameters) {
    Map<String, String> values = new TreeMap<>();
    for (String entry : parameters == null ? new String[0] : parameters.split(";", -1)) {
      String[] pair = entry.split("=", 2);
      if (pair.length != 2 || values.put(pair[0].strip(), pair[1].strip()) != null) {
        throw new BadParameter(
            "parameters",
            "Query parameter parameters cannot be \"" + parameters + "\"",
            "name=value, several parted by ;, each name once");
      }
    }
    return values;
  }

  private static Response download(ErpAdapters.Script script) {
    return Response.ok(script.text())
        .header("Content-Disposition", "attachment; filename=\"" + script.name() + "\"")
        .build();
  }

  private String user() {
    return caller.getUserPrincipal().getName();
  }
}

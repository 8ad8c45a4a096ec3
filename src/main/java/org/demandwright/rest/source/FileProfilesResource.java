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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Refused;
import org.demandwright.app.source.MappingProfiles;
import org.demandwright.file.FileKind;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mapping profiles: what the headings of a file mean, for the next file with the same header. */
@Path("file-profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FileProfilesResource {
  @Inject MappingProfiles profiles;
  @Context SecurityContext caller;

  /** All profiles, the one saved last first. */
  public record Profiles(List<Profile> rows) {}

  /** One profile. */
  public record Profile(
      String name,
      String kind,
      Map<String, String> format,
      Map<String, String> mapping,
      String savedBy) {

    static Profile of(MappingProfiles.Saved saved) {
      return new Profile(
          saved.name(),
          saved.kind().word(),
          saved.answers().format(),
          saved.answers().mapping(),
          saved.savedBy());
    }
  }

  @GET
  @Operation(summary = "All saved profiles")
  public Profiles all() {
    return new Profiles(profiles.all().stream().map(Profile::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Save a profile in place of the one with its name")
  public Response save(
      @RequestBody(content = @Content(schema = @Schema(example = AnswersRequest.PROFILE)))
          String body) {
    AnswersRequest wanted = AnswersRequest.profile(body);
    if (wanted.kind().isBlank()) {
      throw new Refused(
          Refused.Kind.INVALID, "Member kind is missing; send " + AnswersRequest.PROFILE + ".");
    }
    String user = caller.getUserPrincipal().getName();
    FileKind kind = AnswersRequest.kind(wanted.kind());
    return Response.status(Response.Status.CREATED)
        .entity(Profile.of(profiles.save(wanted.name(), kind, wanted.answers(), user)))
        .build();
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "Remove a profile")
  public void remove(@PathParam("name") String name) {
    profiles.remove(name);
  }
}

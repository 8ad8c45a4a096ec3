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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.Map;
import org.demandwright.app.Refused;
import org.demandwright.app.source.MappingProfiles;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mapping profiles: what the headings of a file mean, for the next file with the same header. */
@Path("file-profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FileProfilesResource {
  @Inject MappingProfiles profiles;
  @Context SecurityContext caller;

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
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(operationId = "listFileProfiles", summary = "All saved profiles")
  public Listing<Profile> all(@BeanParam ListRequest list) {
    return list.whole(
        Profile.class,
        profiles.all().stream()
            .map(Profile::of)
            .sorted(Comparator.comparing(Profile::name))
            .toList());
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getFileProfile", summary = "One saved profile")
  public Profile one(@PathParam("name") String name) {
    return profiles.all().stream()
        .filter(saved -> saved.name().equals(name))
        .findFirst()
        .map(Profile::of)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no profile \"" + name + "\"."));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "saveFileProfile",
      summary = "Save a profile in place of the one with its name")
  public Created<Profile> save(ProfileRequest body) {
    Profile saved =
        Profile.of(
            profiles.save(
                body.name(),
                AnswersRequest.kind(body.kind()),
                body.answers(),
                caller.getUserPrincipal().getName()));
    return new Created<>(saved, saved.name());
  }

  @DELETE
  @Path("{name}")
  @Operation(operationId = "deleteFileProfile", summary = "Remove a profile")
  public void remove(@PathParam("name") String name) {
    profiles.remove(name);
  }
}

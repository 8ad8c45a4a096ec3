package org.demandwright.rest.description;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the API, made of the resources that are deployed. */
@Path("openapi")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Description")
public class DescriptionResource {
  private static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1";

  @Inject BeanManager beans;
  @Context UriInfo uri;

  @GET
  @Produces(MEDIA_TYPE)
  @Operation(operationId = "describeApi", summary = "The API as a document of OpenAPI 3.1")
  public Response document() {
    List<Class<?>> resources =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .toList();
    String root = uri.getBaseUri().getPath().replaceAll("/$", "");
    return Response.ok(new ApiDescription(resources).document(root).toString(), MEDIA_TYPE).build();
  }
}

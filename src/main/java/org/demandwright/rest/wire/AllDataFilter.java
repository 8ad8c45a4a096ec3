package org.demandwright.rest.wire;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.demandwright.security.CallerScope;

/** Keeps those who may see a part of the data from what is {@link OfAllData}. */
@Provider
public class AllDataFilter implements ContainerRequestFilter {
  @Inject CallerScope scope;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod().isAnnotationPresent(OfAllData.class)
        || resource.getResourceClass().isAnnotationPresent(OfAllData.class)) {
      scope.requireUnrestricted();
    }
  }
}

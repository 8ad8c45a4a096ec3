package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.demandwright.app.demand.MasterData;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.MasterDataStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sites as last read from the ERP: places that goods leave from. */
@Path("sites")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Master data")
public class SitesResource {
  @Inject MasterData masterData;
  @Inject CallerScope scope;

  /**
   * One site.
   *
   * @param site its identity in the ERP, unique within its company
   */
  public record Site(String org, String site, String name) {
    static Site of(MasterDataStore.Site s) {
      return new Site(s.orgId(), s.siteId(), s.name());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,site")
  @Operation(
      operationId = "listSites",
      summary = "Sites as last read from the ERP, by company and identity")
  public Listing<Site> all(
      @QueryParam("org") Optional<String> org,
      @QueryParam("site") Optional<String> site,
      @QueryParam("text") Optional<String> text,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    MasterDataPages.Filter filter = new MasterDataPages.Filter(org, site, Optional.empty(), text);
    return list.list(
        Site.class, (cursor, limit) -> masterData.sites(seen, filter, cursor, limit).map(Site::of));
  }
}

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
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.MasterDataStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items as last read from the ERP. */
@Path("items")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Master data")
public class ItemsResource {
  @Inject MasterData masterData;
  @Inject CallerScope scope;

  /**
   * One item.
   *
   * @param item its identity in the ERP, unique within its company
   * @param code as people know it
   * @param uom its base unit, in which all quantities are
   * @param leadTimeDays calendar days from order to receipt, absent where the ERP says none
   */
  public record Item(
      String org,
      String item,
      String code,
      String name,
      String category,
      String uom,
      Integer leadTimeDays) {
    static Item of(MasterDataStore.Item i) {
      return new Item(
          i.key().orgId(),
          i.key().itemId(),
          i.code(),
          i.name(),
          Absent.where(i.category()),
          Absent.where(i.uom()),
          i.leadTimeDays());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item")
  @Operation(
      operationId = "listItems",
      summary = "Items as last read from the ERP, by company and identity")
  public Listing<Item> all(
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("category") Optional<String> category,
      @QueryParam("text") Optional<String> text,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    MasterDataPages.Filter filter = new MasterDataPages.Filter(org, item, category, text);
    return list.list(
        Item.class, (cursor, limit) -> masterData.items(seen, filter, cursor, limit).map(Item::of));
  }
}

package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Items and sites as last read from the ERP, in pages by company and identity. */
@ApplicationScoped
public class MasterDataPages {
  private final Sql sql;

  @Inject
  public MasterDataPages(Sql sql) {
    this.sql = sql;
  }

  MasterDataPages() {
    this(null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param id identity of the item or site
   * @param category of items; sites have none
   * @param text part of the code or the name, upper and lower case alike
   */
  public record Filter(
      Optional<String> org,
      Optional<String> id,
      Optional<String> category,
      Optional<String> text) {}

  /** Where a page ends: company and identity of its last row. */
  public record Position(String org, String id) {
    /** Before the first row. */
    public static final Position START = new Position("", "");
  }

  /** Returns items after a position. */
  public List<MasterDataStore.Item> items(
      DataScope scope, Filter filter, Position after, int limit) {
    Query query =
        from(
                "select org_id, item_id, item_code, item_name, category, uom_id, lead_time_days"
                    + " from item",
                "item_id",
                filter,
                after)
            .and("category = ?", filter.category())
            .within(scope, ScopeColumns.ofItem("item"));
    filter.text().ifPresent(text -> containing(query, text, "item_code", "item_name"));
    return sql.list(
        row ->
            new MasterDataStore.Item(
                new ItemKey(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Integer.class)),
        query.add(" order by org_id, item_id").first(limit));
  }

  /** Returns sites after a position. */
  public List<MasterDataStore.Site> sites(
      DataScope scope, Filter filter, Position after, int limit) {
    Query query =
        from("select org_id, site_id, site_name from site", "site_id", filter, after)
            .within(scope, ScopeColumns.ofSite("site"));
    filter.text().ifPresent(text -> containing(query, text, "site_id", "site_name"));
    return sql.list(
        row -> new MasterDataStore.Site(row.getString(1), row.getString(2), row.getString(3)),
        query.add(" order by org_id, site_id").first(limit));
  }

  /** Begins at the position, which the key's index finds. */
  private static Query from(String select, String identity, Filter filter, Position after) {
    return Query.of(select + " where org_id >= ?", after.org())
        .and("(org_id > ? or " + identity + " > ?)", after.org(), after.id())
        .and("org_id = ?", filter.org())
        .and(identity + " = ?", filter.id());
  }

  private static void containing(Query query, String text, String code, String name) {
    String part = text.toLowerCase(Locale.ROOT);
    String like = "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    query.and(
        "(lower(%s) like ? escape '!' or lower(%s) like ? escape '!')".formatted(code, name),
        like,
        like);
  }

  /** Returns the categories of items of any company; one that is not known is left out. */
  public Map<ItemKey, String> categories(Collection<String> items) {
    Map<ItemKey, String> categories = new HashMap<>();
    sql.listIn(
        row -> categories.put(new ItemKey(row.getString(1), row.getString(2)), row.getString(3)),
        "select org_id, item_id, category from item where item_id in (#)",
        items);
    return categories;
  }
}

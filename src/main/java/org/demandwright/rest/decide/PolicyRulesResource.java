package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.PolicyRules;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyBook;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.PolicyTexts;
import org.demandwright.core.decide.PolicyValues;
import org.demandwright.core.decide.Xyz;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.PolicyRuleStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The rules by which stock is planned; the first that is about an item and says something counts.
 */
@Path("inventory-policies/rules")
@RequestScoped
@OfAllData
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class PolicyRulesResource {
  @Inject PolicyRules rules;
  @Inject StockPlans plans;
  @Context SecurityContext caller;

  /**
   * A rule: of which items at which sites it says what. What is left out is fulfilled by anything.
   *
   * @param name by which people know it
   * @param orgs companies, one of these
   * @param items one of these
   * @param sites one of these
   * @param categories one of these
   * @param vendors preferred vendors, one of these
   * @param abc classes by value, one of these
   * @param xyz classes by uncertainty, one of these
   * @param says values by field: service (such as FILL_RATE 0.98), ordering, reviewDays, leadDays,
   *     minimumOrder, multiple, minimumStock, shelfLifeDays, maximumCoverDays, holdingRate,
   *     shortageCost, orderingCost
   */
  public record Rule(
      String name,
      List<String> orgs,
      List<String> items,
      List<String> sites,
      List<String> categories,
      List<String> vendors,
      List<Abc> abc,
      List<Xyz> xyz,
      Map<String, String> says) {
    static Rule of(PolicyRule rule) {
      Map<String, String> says = new TreeMap<>();
      rule.then()
          .values()
          .forEach((field, value) -> says.put(field.name(), PolicyTexts.text(value)));
      PolicyRule.Conditions when = rule.when();
      return new Rule(
          rule.name(),
          when.orgs().stream().sorted().toList(),
          when.items().stream().sorted().toList(),
          when.sites().stream().sorted().toList(),
          when.categories().stream().sorted().toList(),
          when.vendors().stream().sorted().toList(),
          when.abc().stream().sorted().toList(),
          when.xyz().stream().sorted().toList(),
          says);
    }

    PolicyRule rule(int place) {
      try {
        PolicyValues values = PolicyValues.NONE;
        for (Map.Entry<String, String> said : says.entrySet()) {
          values = PolicyTexts.said(values, said.getKey(), said.getValue());
        }
        return new PolicyRule(
            name,
            new PolicyRule.Conditions(
                set(orgs),
                set(items),
                set(sites),
                set(categories),
                set(vendors),
                set(abc),
                set(xyz)),
            values);
      } catch (IllegalArgumentException e) {
        throw Refused.because("rules/" + place, e.getMessage() + ".");
      }
    }

    private static <T> Set<T> set(List<T> values) {
      return new HashSet<>(values);
    }
  }

  /**
   * Rules in place of those that stand.
   *
   * @param rules in the order in which they count
   */
  @Schema(
      example =
          "{\"rules\": [{\"name\": \"A items\", \"abc\": [\"A\"],"
              + " \"says\": {\"service\": \"FILL_RATE 0.98\", \"reviewDays\": \"3\"}}]}")
  public record RulesRequest(List<Rule> rules) {
    List<PolicyRule> all() {
      List<PolicyRule> all = new ArrayList<>();
      for (Rule rule : rules) {
        all.add(rule.rule(all.size()));
      }
      return all;
    }
  }

  /**
   * The rules as they stand.
   *
   * @param revision goes up with every change
   * @param rules in the order in which they count
   */
  public record Rules(long revision, Instant changedAt, String changedBy, List<Rule> rules) {
    static Rules of(PolicyRuleStore.Rules rules) {
      return new Rules(
          rules.revision(),
          rules.changedAt(),
          rules.changedBy(),
          rules.rules().stream().map(Rule::of).toList());
    }
  }

  /**
   * What rules would change against those that stand.
   *
   * @param items items at sites of which something would be another value
   * @param touches how many each rule is about, also those for which one above it counts
   * @param changes some of the first
   */
  public record RulesPreview(long items, List<Touches> touches, List<Change> changes) {
    static RulesPreview of(StockPlans.Preview preview) {
      return new RulesPreview(
          preview.items(),
          preview.rules().stream().map(r -> new Touches(r.name(), r.touches())).toList(),
          preview.changes().stream().map(Change::of).toList());
    }
  }

  /**
   * A rule with how many items at sites it is about.
   *
   * @param rule its name
   */
  public record Touches(String rule, long items) {}

  /**
   * A value that would be another one.
   *
   * @param field name of the value
   * @param before as it is; absent where nothing counts
   * @param after as it would be; absent where nothing would count
   */
  public record Change(
      String org,
      String item,
      String site,
      String field,
      InventoryPolicy.PolicyValue before,
      InventoryPolicy.PolicyValue after) {
    static Change of(PolicyBook.Change change) {
      return new Change(
          change.subject().key().org(),
          change.subject().key().item(),
          change.subject().key().site(),
          change.field().name(),
          change.before().map(Change::value).orElse(null),
          change.after().map(Change::value).orElse(null));
    }

    private static InventoryPolicy.PolicyValue value(Policy.Resolved<?> resolved) {
      return new InventoryPolicy.PolicyValue(
          PolicyTexts.text(resolved.value()),
          resolved.origin(),
          resolved.by().isEmpty() ? null : resolved.by());
    }
  }

  @GET
  @Operation(operationId = "getPolicyRules", summary = "The rules by which stock is planned")
  public Rules get() {
    return Rules.of(rules.rules());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "changePolicyRules",
      summary = "Put rules in the place of all that stand; the next decision goes by them")
  public Rules change(RulesRequest body, @BeanParam IfMatch seen) {
    return Rules.of(
        rules.replace(body.all(), seen.of(Rules::of), caller.getUserPrincipal().getName()));
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "previewPolicyRules",
      summary = "How many items at sites rules would touch, and what they would change")
  public RulesPreview preview(@QueryParam("plan") Optional<String> plan, RulesRequest body) {
    return RulesPreview.of(plans.preview(plan, body.all()));
  }
}

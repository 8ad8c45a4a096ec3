package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.AnswerRequest;
import org.demandwright.app.decide.AnswerSuggestions;
import org.demandwright.app.decide.StandIns;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.app.decide.SuggestionFeedback;
import org.demandwright.app.decide.SuggestionRecord;
import org.demandwright.app.decide.Suggestions;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.decide.AnswerBody.AnswerFate;
import org.demandwright.rest.decide.AnswerBody.AnswersTaken;
import org.demandwright.rest.decide.AnswerBody.SuggestionAnswerRow;
import org.demandwright.rest.decide.SuggestionWire.Feedback;
import org.demandwright.rest.decide.SuggestionWire.PurchaseSuggestion;
import org.demandwright.rest.decide.SuggestionWire.SuggestionDetail;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Rows;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SuggestionStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is suggested to be done, why, and what people answered. */
@Path("purchase-suggestions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class PurchaseSuggestionsResource {
  private static final int MOST_ANSWERS = 1_000;

  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject Suggestions suggestions;
  @Inject StandIns standIns;
  @Inject AnswerSuggestions answering;
  @Inject SuggestionFeedback feedback;
  @Context SecurityContext caller;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("number")
  @InFront(InventoryPoliciesResource.About.class)
  @Operation(
      operationId = "listPurchaseSuggestions",
      summary =
          "What the newest decision suggests to order, to send or to move, until when and why",
      description =
          "Those that are open, unless state asks for others. What is open or snoozed is of the newest"
              + " decision; what was answered is told as long as it is kept.")
  public Listing<PurchaseSuggestion> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @Parameter(description = "Only what is to be done so") @QueryParam("kind")
          Optional<SuggestionKind> kind,
      @Parameter(description = "Those that stand so; OPEN by default") @QueryParam("state")
          Optional<SuggestionState> state,
      @Parameter(description = "Those that are to be ordered by this day") @QueryParam("orderBy")
          Optional<LocalDate> orderBy,
      @BeanParam ListRequest list) {
    SuggestionStore.Filter filter =
        new SuggestionStore.Filter(scope.get(), org, item, site, vendor, kind, orderBy);
    SuggestionState wanted = state.orElse(SuggestionState.OPEN);
    Decision decision = list.begunWith(plans::decision).orElseGet(() -> plans.newest(plan));
    return list.list(
            PurchaseSuggestion.class,
            (cursor, limit) ->
                withStandIns(suggestions.page(decision, wanted, filter, cursor, limit))
                    .map(told -> PurchaseSuggestion.of(told.suggestion(), wanted, told.order())))
        .keptTo(decision.decisionId())
        .about(InventoryPoliciesResource.About.of(decision, scope.get().isUnrestricted()));
  }

  private Page<SuggestionStore.Told> withStandIns(Page<SuggestionStore.Told> page) {
    return new Page<>(standIns.told(scope.get(), page.rows()), page.next());
  }

  @GET
  @Path("feedback")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,name")
  @Operation(
      operationId = "listSuggestionFeedback",
      summary = "What people made of suggestions, by vendor, category, class or person",
      description = "It is told, and changes no suggestion.")
  public Listing<Feedback> feedback(
      @QueryParam("plan") Optional<String> plan,
      @Parameter(description = "By what they are told apart; VENDOR by default") @QueryParam("by")
          Optional<SuggestionFeedback.By> by,
      @Parameter(description = "Suggested last on this day or later; 90 days before to by default")
          @QueryParam("from")
          Optional<LocalDate> from,
      @Parameter(description = "and on this day at most; that of the newest decision by default")
          @QueryParam("to")
          Optional<LocalDate> to,
      @BeanParam ListRequest list) {
    return list.whole(
        Feedback.class,
        feedback
            .of(scope.get(), plans.newest(plan), by.orElse(SuggestionFeedback.By.VENDOR), from, to)
            .stream()
            .map(Feedback::of)
            .toList());
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getPurchaseSuggestion",
      summary = "One suggestion, with all that was answered and what the ERP has of it")
  public SuggestionDetail one(@PathParam("id") long number) {
    return SuggestionDetail.of(standIns.told(scope.get(), suggestions.one(scope.get(), number)));
  }

  @POST
  @Path("{id}/accept")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "acceptPurchaseSuggestion",
      summary = "Order what is suggested: it counts as on its way until the ERP has the order")
  public SuggestionDetail accept(
      @PathParam("id") long number, @BeanParam IfMatch seen, AnswerBody.Accepting body) {
    return answer(number, seen, body.request());
  }

  @POST
  @Path("{id}/modify")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "modifyPurchaseSuggestion",
      summary = "Order another quantity; 422 for one that the vendor may not take, unless despite")
  public SuggestionDetail modify(
      @PathParam("id") long number, @BeanParam IfMatch seen, AnswerBody.Changing body) {
    return answer(number, seen, body.request());
  }

  @POST
  @Path("{id}/reject")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "rejectPurchaseSuggestion",
      summary = "Order none of it; it comes back under another number if it gets worse")
  public SuggestionDetail reject(
      @PathParam("id") long number, @BeanParam IfMatch seen, AnswerBody.Rejecting body) {
    return answer(number, seen, body.request());
  }

  @POST
  @Path("{id}/snooze")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "snoozePurchaseSuggestion",
      summary = "Show it again on another day, from which on it is open by itself")
  public SuggestionDetail snooze(
      @PathParam("id") long number, @BeanParam IfMatch seen, AnswerBody.Snoozing body) {
    return answer(number, seen, body.request());
  }

  @POST
  @Path("{id}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "reopenPurchaseSuggestion",
      summary = "Take an answer back, as long as the ERP has no part of the order")
  public SuggestionDetail reopen(
      @PathParam("id") long number, @BeanParam IfMatch seen, AnswerBody.Reopening body) {
    return answer(number, seen, body.request());
  }

  @POST
  @Path("answers")
  @Consumes({MediaType.APPLICATION_JSON, Rows.NDJSON})
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "answerPurchaseSuggestions",
      summary = "Answer up to 1,000 suggestions; each is told what became of its answer",
      description =
          "Each by itself: one that is refused stops no other. As a list, or as application/x-ndjson"
              + " with an answer a line.")
  public AnswersTaken answers(Rows<SuggestionAnswerRow> body) throws IOException {
    DataScope within = scope.get();
    List<AnswerFate> fates = new ArrayList<>();
    for (Rows.Row<SuggestionAnswerRow> row : body.read(MOST_ANSWERS)) {
      fates.add(fate(within, row));
    }
    return AnswersTaken.of(fates);
  }

  private AnswerFate fate(DataScope within, Rows.Row<SuggestionAnswerRow> row) {
    if (row.value() == null) {
      return new AnswerFate(row.number(), null, null, Absent.where(row.field()), row.wrong(), null);
    }
    SuggestionAnswerRow wanted = row.value();
    try {
      SuggestionRecord now =
          answering.answer(
              new AnswerSuggestions.Target(within, wanted.number(), revision(wanted)),
              wanted.request(),
              who());
      List<String> notes = now.notes().stream().map(Wordbook.english()::say).toList();
      return new AnswerFate(
          row.number(), wanted.number(), now.state(), null, null, notes.isEmpty() ? null : notes);
    } catch (Refused refused) {
      return new AnswerFate(
          row.number(),
          wanted.number(),
          null,
          Absent.where(refused.field()),
          refused.getMessage(),
          null);
    }
  }

  private static Expected<SuggestionRecord> revision(SuggestionAnswerRow wanted) {
    return now -> {
      if (wanted.revision().filter(r -> r != now.suggestion().revision()).isPresent()) {
        throw new Refused(
            Refused.Kind.STALE,
            "It has revision %d by now: read it again.".formatted(now.suggestion().revision()));
      }
    };
  }

  private SuggestionDetail answer(long number, IfMatch seen, AnswerRequest request) {
    return SuggestionDetail.of(
        answering.answer(
            new AnswerSuggestions.Target(scope.get(), number, seen.of(SuggestionDetail::of)),
            request,
            who()));
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}

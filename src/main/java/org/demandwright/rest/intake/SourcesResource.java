package org.demandwright.rest.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.intake.SourceSettings;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.source.SourceStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where sales lines come from, on which days each source counts, and what its codes are here. */
@Path("sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@OfAllData
@Tag(name = "Sources")
public class SourcesResource {
  private static final int MOST_CODES = 5_000;

  @Inject SourceSettings settings;

  /**
   * A source.
   *
   * @param kind ERP = read by the views, OTHER_ERP = by those of a further ERP, PUSH = pushed by
   *     another system
   * @param firstDay of demand for which it counts, absent where that is from the beginning
   * @param lastDay included, absent where that is without end
   * @param gives what is taken from it beside its lines
   * @param ending whether it was removed, so that the next import takes its lines away
   */
  public record Source(
      String name,
      SourceStore.Kind kind,
      LocalDate firstDay,
      LocalDate lastDay,
      List<MasterKind> gives,
      boolean ending) {
    static Source of(SourceStore.Source source) {
      return new Source(
          source.name(),
          source.kind(),
          source.firstDay().orElse(null),
          source.lastDay().orElse(null),
          source.gives().stream().sorted().toList(),
          source.ending());
    }
  }

  /**
   * What there is of a source.
   *
   * @param used lines that are demand or returns
   * @param outsideDays lines of days on which it does not count
   * @param excluded lines that are no demand for another reason
   * @param quarantined rows that cannot be used
   * @param readUpTo the change stamp up to which it was read, absent before the first import
   * @param readAnew whether the next import reads all of its lines, since days or codes changed
   */
  public record SourceState(
      String name,
      long used,
      long outsideDays,
      long excluded,
      long quarantined,
      Instant readUpTo,
      boolean readAnew) {
    static SourceState of(SourceSettings.State state) {
      long used = state.kept().getOrDefault("", 0L);
      long outside = state.kept().getOrDefault(SourceTerms.OUTSIDE_DAYS, 0L);
      return new SourceState(
          state.source().name(),
          used,
          outside,
          sum(state.kept()) - used - outside,
          sum(state.quarantined()),
          state.readUpTo().map(stamp -> stamp.toInstant(ZoneOffset.UTC)).orElse(null),
          state.source().readAnew());
    }

    private static long sum(Map<String, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A source to add, that lines are pushed into.
   *
   * @param firstDay of demand for which it counts; left out = from the beginning
   * @param lastDay included; left out = without end
   */
  @Schema(example = "{\"name\": \"shop\", \"firstDay\": \"2027-01-01\"}")
  public record NewSource(String name, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {}

  /**
   * The days of demand for which a source counts, and what is taken from it.
   *
   * @param firstDay left out = from the beginning
   * @param lastDay included; left out = without end
   * @param gives what is taken from an ERP beside its lines; left out = all that it has
   */
  @Schema(example = "{\"firstDay\": \"2027-01-01\"}")
  public record SourceDays(
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Optional<List<MasterKind>> gives) {}

  /**
   * What a code of a source is called here.
   *
   * @param validFrom the first day of demand, absent where that is from the beginning
   * @param validTo the last day, absent where it is without end
   */
  public record Code(
      SourceCode.Kind kind, String theirs, String ours, LocalDate validFrom, LocalDate validTo) {
    static Code of(SourceCode code) {
      return new Code(
          code.kind(),
          code.theirs(),
          code.ours(),
          code.validFrom().equals(SourceCode.ALWAYS) ? null : code.validFrom(),
          code.validTo().equals(SourceCode.FOR_EVER) ? null : code.validTo());
    }
  }

  /**
   * A code to write.
   *
   * @param validFrom the first day of demand; left out = from the beginning
   * @param validTo the last day; left out = without end
   */
  @Schema(example = "{\"kind\": \"ITEM\", \"theirs\": \"4711\", \"ours\": \"I0001\"}")
  public record NewCode(
      SourceCode.Kind kind,
      String theirs,
      String ours,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo) {
    SourceCode code() {
      try {
        return new SourceCode(
            kind,
            theirs,
            validFrom.orElse(SourceCode.ALWAYS),
            validTo.orElse(SourceCode.FOR_EVER),
            ours);
      } catch (IllegalArgumentException e) {
        throw Refused.because("codes", e.getMessage() + ".");
      }
    }
  }

  /** Codes to write, all or none, at most 5,000. */
  @Schema(
      example = "{\"codes\": [{\"kind\": \"ITEM\", \"theirs\": \"4711\", \"ours\": \"I0001\"}]}")
  public record NewCodes(List<NewCode> codes) {}

  /**
   * What a change concerns.
   *
   * @param lines at most so many lines that are kept now count otherwise or are of something else
   */
  public record Concerned(long lines, boolean dryRun) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(operationId = "listSources", summary = "The sources of sales lines")
  public Listing<Source> all(@BeanParam ListRequest list) {
    return list.whole(
        Source.class,
        settings.all().stream()
            .map(Source::of)
            .sorted(Comparator.comparing(Source::name))
            .toList());
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getSource", summary = "One source")
  public Source one(@PathParam("name") String name) {
    return Source.of(settings.source(name));
  }

  @GET
  @Path("{name}/state")
  @Operation(
      operationId = "getSourceState",
      summary =
          "How many lines of a source are used, excluded, in quarantine, and how far it was read")
  public SourceState state(@PathParam("name") String name) {
    return SourceState.of(settings.state(name));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(operationId = "createSource", summary = "Add a source that lines are pushed into")
  public Created<Source> add(NewSource body) {
    Source added = Source.of(settings.add(body.name(), body.firstDay(), body.lastDay()));
    return new Created<>(added, added.name());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "changeSource",
      summary = "Change the days of demand for which a source counts, and what is taken from it",
      description =
          "Lines of other days are kept, excluded as OUTSIDE_DAYS. The next import reads all lines of"
              + " the source.")
  public Source change(@PathParam("name") String name, SourceDays body, @BeanParam IfMatch seen) {
    return Source.of(
        settings.change(
            name,
            body.firstDay(),
            body.lastDay(),
            body.gives().map(Set::copyOf),
            seen.of(Source::of)));
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteSource",
      summary = "Remove a source",
      description =
          "Of a source that holds lines it has to be said what becomes of them. lines=KEEP: they count"
              + " as they are and are never read again. lines=DELETE: the next import takes them"
              + " away, and what they said goes to the history, so that versions of before can still"
              + " be explained; until then the source is listed as ending. The configured ERP, and"
              + " the source that takes what is pushed without one, stay.")
  public void delete(
      @PathParam("name") String name, @QueryParam("lines") Optional<SourceSettings.Lines> lines) {
    settings.remove(name, lines);
  }

  @GET
  @Path("{name}/preview")
  @Operation(
      operationId = "previewSource",
      summary = "Tell how many lines would count otherwise with other days")
  public Concerned preview(
      @PathParam("name") String name,
      @QueryParam("firstDay") Optional<LocalDate> firstDay,
      @QueryParam("lastDay") Optional<LocalDate> lastDay) {
    return new Concerned(settings.concerned(name, firstDay, lastDay), true);
  }

  @GET
  @Path("{name}/codes")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("kind,theirs,validFrom")
  @Operation(
      operationId = "listSourceCodes",
      summary = "What the codes of a source are called here")
  public Listing<Code> codes(@PathParam("name") String name, @BeanParam ListRequest list) {
    return list.list(
        Code.class, (cursor, limit) -> settings.codes(name, cursor, limit).map(Code::of));
  }

  @POST
  @Path("{name}/codes")
  @Consumes({MediaType.APPLICATION_JSON, CsvBodies.CSV})
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "writeSourceCodes",
      summary = "Write what codes of a source are called here, all or none",
      description =
          "As JSON, or as text/csv with the heading kind,theirs,ours,validFrom,validTo. One of the same"
              + " kind, code and first day is replaced. The next import reads all lines of the source."
              + " With dryRun=true nothing is written, and told is how many lines it would concern.")
  public Concerned write(
      @PathParam("name") String name,
      @QueryParam("dryRun") Optional<Boolean> dryRun,
      NewCodes body) {
    List<SourceCode> codes = body.codes().stream().map(NewCode::code).toList();
    if (codes.isEmpty() || codes.size() > MOST_CODES) {
      throw Refused.because("codes", "Send 1 to %,d codes at once.".formatted(MOST_CODES));
    }
    long concerned = settings.concerned(name, codes);
    boolean trial = dryRun.orElse(false);
    if (!trial) {
      settings.write(name, codes);
    }
    return new Concerned(concerned, trial);
  }

  @DELETE
  @Path("{name}/codes/{kind}/{theirs}/{validFrom}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteSourceCode",
      summary = "Remove a code; 1900-01-01 is the first day of one that holds from the beginning")
  public void remove(
      @PathParam("name") String name,
      @PathParam("kind") SourceCode.Kind kind,
      @PathParam("theirs") String theirs,
      @PathParam("validFrom") LocalDate validFrom) {
    settings.remove(name, kind, theirs, validFrom);
  }
}

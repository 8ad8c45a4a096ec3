package org.demandwright.rest.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.app.exchange.PublicationFeed;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.PublicationKind;
import org.demandwright.store.forecast.PublicationLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What readers were shown, as an ordered feed to follow. */
@Path("publications")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Publications")
public class PublicationsResource {
  @Inject PublicationFeed feed;
  @Inject CallerScope scope;

  /**
   * Where the feed ended when it was asked for.
   *
   * @param end position of its newest entry, of any plan, 0 where there is none: with all pages
   *     read, go on from here
   */
  public record End(long end) {}

  /**
   * One entry.
   *
   * @param position in the feed; they ascend and have gaps. Go on with {@code since=} that of the
   *     last row that was worked on
   * @param versionId what is shown; it may be removed since
   * @param replaced the version that readers of the plan saw before, absent where it is the first
   *     or the same
   * @param kind PUBLISHED another version; REFRESHED likewise, with some series forecast anew at
   *     the same origin; ROLLED_BACK the version before again; OVERRIDES the same version with
   *     other overrides over it
   * @param changedAt since when readers see it; {@code changedSince} of the forecasts, with the
   *     instant of the entry that was worked on before, tells the values
   * @param by account, or job, that did it; absent for OVERRIDES where a part of the data is seen,
   *     since they may be of another
   * @param contentHash of the version, whatever lies over it; absent for whoever may see a part of
   *     the data
   */
  public record Publication(
      long position,
      String plan,
      long versionId,
      Optional<Long> replaced,
      PublicationKind kind,
      Instant changedAt,
      String by,
      Optional<String> contentHash) {
    static Publication of(PublicationLog.Entry entry, boolean ofAllData) {
      PublicationLog.Shown shown = entry.shown();
      return new Publication(
          entry.position(),
          shown.plan(),
          shown.versionId(),
          shown.replaced(),
          shown.kind(),
          shown.changedAt(),
          ofAllData || shown.kind() != PublicationKind.OVERRIDES ? shown.by() : null,
          shown.contentHash().filter(hash -> ofAllData));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("position")
  @Operation(
      operationId = "listPublications",
      summary = "What readers were shown, oldest first",
      description =
          "A feed to follow: since is the position of the last entry that was worked on. No entry"
              + " ever appears at a position below one that was answered already, so that whoever"
              + " goes on from there misses none; after a failure, asking from an earlier position"
              + " brings entries again. changedSince begins at an instant instead.")
  public Listing<Publication> all(
      @QueryParam("since") Optional<Long> since,
      @QueryParam("changedSince") Optional<Instant> changedSince,
      @QueryParam("plan") Optional<String> plan,
      @BeanParam ListRequest list) {
    PublicationFeed.Question asked = new PublicationFeed.Question(since, changedSince, plan);
    boolean ofAllData = scope.get().isUnrestricted();
    return list.list(
            Publication.class,
            (cursor, limit) ->
                feed.page(asked, cursor, limit).map(e -> Publication.of(e, ofAllData)))
        .about(new End(feed.end()));
  }
}

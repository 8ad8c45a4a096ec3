package org.demandwright.rest.wire;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What a writer saw of the thing that is to be changed: the entity tag of its last GET. Taken as
 * {@code @BeanParam} by resources that change things of which others may have other ideas.
 *
 * <p>{@code PUT} and {@code PATCH} overwrite, and must say it (428); other methods may.
 */
public class IfMatch {
  @HeaderParam("If-Match")
  @Parameter(
      description =
          "The entity tag of what is to be changed, as GET gave it: 412 where it is another by now;"
              + " * whatever it is")
  String tags;

  @Context Request request;

  /**
   * Returns what a use case has to ask, under its lock, before it changes the thing.
   *
   * @param form what GET would answer
   */
  public <T> Expected<T> of(Function<T, ? extends Record> form) {
    Optional<EntityTags> given =
        Optional.ofNullable(tags).map(text -> EntityTags.of("If-Match", text));
    boolean overwrites =
        request.getMethod().equals(HttpMethod.PUT) || request.getMethod().equals(HttpMethod.PATCH);
    if (given.isEmpty() && overwrites) {
      throw new RefusedAs(
          ProblemType.UNCONDITIONAL,
          "A change must name what it was made upon: send If-Match with the ETag that GET gave, or"
              + " If-Match: * to overwrite whatever is there.");
    }
    return now -> {
      if (given.isPresent() && !given.get().holdStanding(ContentTag.standing(form.apply(now)))) {
        throw new Refused(
            Refused.Kind.STALE,
            "It was changed since it was read: GET it again, and send the change with the ETag that"
                + " it has now.");
      }
    };
  }
}

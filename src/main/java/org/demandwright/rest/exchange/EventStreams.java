package org.demandwright.rest.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.demandwright.app.Clock;
import org.demandwright.app.exchange.FollowedEvents;
import org.demandwright.app.exchange.FollowedEvents.Follower;
import org.demandwright.app.exchange.FollowedEvents.Happened;
import org.demandwright.app.exchange.FollowedEvents.RunsSeen;
import org.demandwright.rest.wire.ProblemType;
import org.demandwright.rest.wire.RefusedAs;
import org.demandwright.security.HeldCall;
import org.demandwright.security.HeldCalls;
import org.demandwright.store.exchange.HappeningLog;

/**
 * The streams of this member. While there is one, the store is asked every two seconds for what is
 * new, once for all of them; no stream keeps a thread.
 */
@ApplicationScoped
public class EventStreams {
  /** Streams that one account may have open on a member. */
  static final int MOST_OF_ONE = 5;

  /** Streams that may be open on a member. */
  static final int MOST = 200;

  /** After which a stream ends by itself, and is asked for again. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Logger LOG = System.getLogger(EventStreams.class.getName());
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int LOOK_SECONDS = 2;
  private static final int AT_ONCE = 200;

  @Inject FollowedEvents events;
  @Inject HeldCalls calls;
  @Inject Clock clock;

  @Resource(lookup = EventStreamResource.THREADS)
  ManagedExecutorService threads;

  @Resource ManagedScheduledExecutorService timer;

  private final Set<EventStream> open = new HashSet<>();
  private Optional<RunsSeen> seen = Optional.empty();
  private Instant lastBeat = Instant.EPOCH;
  private Optional<Future<?>> looking = Optional.empty();

  /** From where somebody wants to go on, and for how long. */
  record Wish(Optional<Long> behind, Duration length) {}

  /** Opens a stream. */
  void open(SseEventSink sink, Sse sse, HeldCall call, Wish wish) {
    HappeningLog.Ends ends = events.ends();
    Instant now = clock.now();
    EventStream stream = new EventStream(sink, sse, call, now.plus(wish.length()));
    stream.moveTo(Math.min(wish.behind().orElse(ends.last()), ends.last()));
    JsonObject from = Json.createObjectBuilder().add("position", stream.position()).build();
    enter(stream);
    stream.tell(stream.position(), "stream.opened", now, from);
    if (stream.position() < ends.purgedTo()) {
      JsonObject lost = Json.createObjectBuilder().add("removedTo", ends.purgedTo()).build();
      stream.tell(ends.purgedTo(), "stream.missed", now, lost);
      stream.moveTo(ends.purgedTo());
    }
    stream.send(threads, now);
  }

  private synchronized void enter(EventStream stream) {
    String name = stream.call().name();
    if (open.stream().filter(s -> s.call().name().equals(name)).count() >= MOST_OF_ONE) {
      throw new RefusedAs(
          ProblemType.TOO_MANY_REQUESTS,
          "The account has %d streams open, as many as one may have: close one."
              .formatted(MOST_OF_ONE),
          AGAIN);
    }
    if (open.size() >= MOST) {
      throw new RefusedAs(
          ProblemType.UNAVAILABLE,
          "%d streams are open, as many as this server takes; ask again.".formatted(MOST),
          AGAIN);
    }
    open.add(stream);
    if (looking.isEmpty()) {
      looking =
          Optional.of(timer.scheduleWithFixedDelay(this::look, 1, LOOK_SECONDS, TimeUnit.SECONDS));
    }
  }

  private synchronized List<EventStream> streams() {
    return List.copyOf(open);
  }

  private void look() {
    try {
      Instant now = clock.now();
      leave(streams().stream().filter(stream -> stream.isOver(now)).toList());
      beat(now);
      List<EventStream> streams = streams();
      tellRuns(streams.stream().filter(s -> s.follower().looksAfterAll()).toList(), now);
      tellHappenings(streams);
      streams.forEach(stream -> stream.send(threads, now));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Streams could not be looked after; trying again", e);
    }
  }

  /** Whoever would not be let in any more has to leave. */
  private void beat(Instant now) {
    if (now.isBefore(lastBeat.plus(BEAT))) {
      return;
    }
    lastBeat = now;
    leave(streams().stream().filter(stream -> !calls.stands(stream.call())).toList());
    streams().forEach(EventStream::beat);
  }

  /** Most of them stand at the same position, behind which is read once. */
  private void tellHappenings(List<EventStream> streams) {
    if (streams.isEmpty()) {
      return;
    }
    long last = events.ends().last();
    Map<Long, List<Happened>> read = new HashMap<>();
    for (EventStream stream : streams) {
      if (stream.position() < last && stream.isHungry()) {
        Follower follower = stream.follower();
        for (Happened one :
            read.computeIfAbsent(stream.position(), at -> events.after(at, AT_ONCE))) {
          if (events.isFor(one, follower)) {
            stream.tell(one.position(), one.kind(), one.at(), one.facts());
          }
          stream.moveTo(one.position());
        }
      }
    }
  }

  /** Told before what happened, so that the end of a run is the last that is heard of it. */
  private void tellRuns(List<EventStream> streams, Instant now) {
    if (streams.isEmpty()) {
      seen = Optional.empty();
      return;
    }
    RunsSeen runs = events.runs(seen);
    streams.forEach(stream -> stream.tell(runs.progress(), now));
    seen = Optional.of(runs);
  }

  private synchronized void leave(List<EventStream> streams) {
    open.removeAll(streams);
    streams.forEach(EventStream::close);
    if (open.isEmpty()) {
      looking.ifPresent(task -> task.cancel(false));
      looking = Optional.empty();
    }
  }

  @PreDestroy
  void close() {
    leave(streams());
  }
}

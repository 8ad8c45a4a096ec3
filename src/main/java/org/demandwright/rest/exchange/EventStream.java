package org.demandwright.rest.exchange;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.demandwright.app.Announcement;
import org.demandwright.app.exchange.FollowedEvents.Follower;
import org.demandwright.app.exchange.FollowedEvents.Progress;
import org.demandwright.security.HeldCall;

/**
 * One open stream: what waits to be sent to it, and how far it is. What is offered is sent by a
 * thread that is borrowed for as long as there is something to send. Whoever does not take it in
 * time is given up.
 */
final class EventStream {
  private static final Logger LOG = System.getLogger(EventStream.class.getName());

  /** Events that wait at most. */
  private static final int MOST_WAITING = 500;

  /** How long a client may take for what is sent to it at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SseEventSink sink;
  private final Sse sse;
  private final HeldCall call;
  private final Instant until;
  private final BlockingQueue<OutboundSseEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicReference<Instant> sendingSince = new AtomicReference<>();
  private final Map<Long, Progress> told = new HashMap<>();
  private volatile boolean over;
  private long position;

  EventStream(SseEventSink sink, Sse sse, HeldCall call, Instant until) {
    this.sink = sink;
    this.sse = sse;
    this.call = call;
    this.until = until;
  }

  HeldCall call() {
    return call;
  }

  Follower follower() {
    return new Follower(call.name(), call.roles(), call.scope());
  }

  /** Returns the position up to which it was told. */
  long position() {
    return position;
  }

  /** Says up to which position it was told, or begins. */
  void moveTo(long there) {
    position = there;
  }

  /** Returns whether little waits, so that more can be read. */
  boolean isHungry() {
    return waiting.isEmpty();
  }

  /** Tells something that has a position, from which to go on. */
  void tell(long at, String kind, Instant happenedAt, JsonObject facts) {
    offer(
        sse.newEventBuilder().id(Long.toString(at)).name(kind).data(data(kind, happenedAt, facts)));
  }

  /** Tells how runs are that moved since it was told before. */
  void tell(Map<Long, Progress> runs, Instant now) {
    runs.values().stream()
        .filter(run -> !run.equals(told.put(run.executionId(), run)))
        .forEach(
            run ->
                offer(
                    sse.newEventBuilder()
                        .name(Announcement.RUN_PROGRESS)
                        .data(data(Announcement.RUN_PROGRESS, now, facts(run)))));
    told.keySet().retainAll(runs.keySet());
  }

  private static JsonObject facts(Progress run) {
    return Json.createObjectBuilder()
        .add("executionId", run.executionId())
        .add("job", run.job())
        .add("status", run.status().name())
        .add("step", run.step())
        .add("done", run.done())
        .add("total", run.total())
        .add("unit", run.unit())
        .build();
  }

  private static String data(String kind, Instant happenedAt, JsonObject facts) {
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("happenedAt", happenedAt.toString())
        .add("facts", facts)
        .build()
        .toString();
  }

  /** Shows that the stream is alive, and up to which position nothing was missed. */
  void beat() {
    offer(sse.newEventBuilder().id(Long.toString(position)).comment("alive"));
  }

  private void offer(OutboundSseEvent.Builder event) {
    if (!waiting.offer(event.build())) {
      LOG.log(Level.INFO, "The stream of {0} does not take its events and ends", call.name());
      over = true;
    }
  }

  /** Sends what waits, if nobody does so already. */
  void send(Executor threads, Instant now) {
    if (!waiting.isEmpty() && sendingSince.compareAndSet(null, now)) {
      try {
        threads.execute(this::drain);
      } catch (RejectedExecutionException e) {
        sendingSince.set(null); // at the next look
      }
    }
  }

  private void drain() {
    try {
      OutboundSseEvent next = waiting.poll();
      while (next != null && !over && !sink.isClosed()) {
        sink.send(next).toCompletableFuture().join();
        next = waiting.poll();
      }
    } catch (CompletionException | IllegalStateException gone) {
      over = true;
      LOG.log(Level.DEBUG, "The client of a stream is gone", gone);
    } finally {
      sendingSince.set(null);
    }
  }

  /** Returns whether it has ended, or has to. */
  boolean isOver(Instant now) {
    Instant since = sendingSince.get();
    return over
        || sink.isClosed()
        || !now.isBefore(until)
        || since != null && now.isAfter(since.plus(PATIENCE));
  }

  /** Ends it; what is being sent is not waited for. */
  void close() {
    over = true;
    waiting.clear();
    sink.close();
  }
}

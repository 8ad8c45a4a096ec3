package org.demandwright.post;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.demandwright.app.exchange.ForgetTold;
import org.demandwright.app.exchange.WebhookDeliveries;
import org.demandwright.app.exchange.WebhookDeliveries.Outgoing;
import org.demandwright.app.exchange.WebhookTargets;

/**
 * Looks every two seconds for what webhooks are to be told and sends it, a few messages at a time,
 * each within half a minute however slowly it is answered.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@ManagedExecutorDefinition(
    name = WebhookPost.THREADS,
    maxAsync = WebhookPost.MOST_AT_ONCE,
    hungTaskThreshold = 0)
public class WebhookPost {
  /** Messages that a member sends at the same time. */
  static final int MOST_AT_ONCE = 4;

  /** Its own, so that slow receivers keep no other work waiting. */
  static final String THREADS = "java:app/concurrent/webhooks";

  private static final Logger LOG = System.getLogger(WebhookPost.class.getName());

  private static final int CONNECT_MILLIS = 5_000;
  private static final int SILENCE_MILLIS = 10_000;
  private static final long WHOLE_SECONDS = 30;

  @Inject private WebhookDeliveries deliveries;
  @Inject private WebhookTargets targets;
  @Inject private ForgetTold told;

  @Resource(lookup = THREADS)
  private ManagedExecutorService threads;

  @Resource private ManagedScheduledExecutorService alarm;

  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private WebhookClient client;

  @PostConstruct
  void open() {
    client = new WebhookClient(targets::resolved, CONNECT_MILLIS, SILENCE_MILLIS);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      deliveries.claim(free.availablePermits()).forEach(this::begin);
      told.forget();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Webhooks could not be looked at; trying again", e);
    }
  }

  private void begin(Outgoing message) {
    free.acquireUninterruptibly();
    try {
      threads.execute(
          () -> {
            try {
              send(message);
            } finally {
              free.release();
            }
          });
    } catch (RejectedExecutionException e) {
      free.release();
      deliveries.failed(message.deliveryId(), "This server has no thread for it just now.");
    }
  }

  private void send(Outgoing message) {
    HttpPost request = WebhookClient.request(message);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end =
        alarm.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            WHOLE_SECONDS,
            TimeUnit.SECONDS);
    try {
      WebhookClient.Answer answer = client.send(request);
      deliveries.answered(message.deliveryId(), answer.code(), answer.beginning());
    } catch (IOException e) {
      String why =
          late.get()
              ? "There was no whole answer within %d s.".formatted(WHOLE_SECONDS)
              : "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
      deliveries.failed(message.deliveryId(), why);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, message + " is tried again when its lease is over", e);
    } finally {
      end.cancel(false);
    }
  }
}

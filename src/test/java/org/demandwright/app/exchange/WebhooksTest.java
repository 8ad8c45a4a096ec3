package org.demandwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Announcement;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.exchange.WebhookDeliveries.Outgoing;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.Stores;
import org.demandwright.store.exchange.DeliveryStatus;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.DeliveryStore.Delivery;
import org.demandwright.store.exchange.HappeningLog;
import org.demandwright.store.exchange.WebhookStore;
import org.demandwright.store.exchange.WebhookStore.Terms;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
  private static final String TARGET = "https://127.0.0.1/hook";

  @TempDir Path data;

  private final HandClock clock = new HandClock();
  private Stores stores;
  private Webhooks webhooks;
  private WebhookOutbox outbox;
  private WebhookDeliveries deliveries;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    configure(Map.of("dw.webhooks.allowed-hosts", "127.0.0.1, Elsewhere"));
  }

  private void configure(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("dw.data.dir", data.toString());
    Settings settings = new Settings(new GivenConfig(all));
    WebhookStore hooks = new WebhookStore(stores.sql());
    DeliveryStore sent = new DeliveryStore(stores.sql());
    WebhookSecrets secrets = new WebhookSecrets(settings);
    WebhookTargets targets = new WebhookTargets(settings);
    outbox = new WebhookOutbox(sent, new HappeningLog(stores.sql()), settings);
    webhooks = new Webhooks(hooks, sent, outbox, secrets, targets, settings, clock, stores.audit());
    deliveries = new WebhookDeliveries(hooks, sent, secrets, targets, settings, clock);
  }

  private static final class HandClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant now() {
      return now;
    }
  }

  private WebhookRecord hook(String target) {
    return webhooks.add(new Terms(target, Set.of("run.ended"), true), "ann");
  }

  private void happened() {
    outbox.announce(
        new Announcement(Announcement.Kind.RUN_ENDED, clock.now(), Map.of("job", "nightly")));
  }

  private Outgoing due() {
    List<Outgoing> claimed = deliveries.claim(9);
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  private Delivery delivery(WebhookRecord hook, Outgoing message) {
    return webhooks.delivery(hook.webhook().webhookId(), message.deliveryId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/hook",
        "ftp://127.0.0.1/hook",
        "https://u:p@127.0.0.1/hook",
        "https://127.0.0.1/hook#x",
        "https:///hook",
        "not an address",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.7.7/",
        "https://169.254.169.254/latest/meta-data",
        "https://0.0.0.0/",
        "https://127.0.0.2/",
        "https://localhost/",
        "https://2130706434/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:a00:1::]/",
        "https://224.0.0.1/",
        "https://no-such-host.invalid/"
      })
  void an_address_to_which_nothing_may_go_is_refused_when_it_is_entered(String target) {
    assertThatThrownBy(() -> hook(target))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("target"));
    assertThat(webhooks.page(Optional.empty(), 9).rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,true",
    "100.63.255.255,true",
    "100.64.0.1,false",
    "198.20.0.1,true",
    "255.255.255.255,false",
    "2606:4700::1111,true",
    "2001:db8::1,false",
    "2001:4860::1,true",
    "fec0::1,false",
    "::,false"
  })
  void what_is_public_is_told_by_its_address(String address, boolean isPublic) throws Exception {
    assertThat(WebhookTargets.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  @Test
  void a_target_is_judged_again_whenever_something_is_sent() {
    WebhookRecord hook = hook(TARGET);
    happened();
    configure(Map.of());
    assertThat(deliveries.claim(9)).isEmpty();
    Delivery waiting =
        webhooks
            .deliveries(hook.webhook().webhookId(), Optional.empty(), Optional.empty(), 9)
            .rows()
            .get(0);
    assertThat(waiting.status()).isEqualTo(DeliveryStatus.WAITING);
    assertThat(waiting.outcome().orElseThrow().failure()).contains("not in the public internet");
  }

  @Test
  void unknown_kinds_are_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> webhooks.add(new Terms(TARGET, Set.of("run.over"), true), "ann"))
        .hasMessageContaining("run.ended, run.failed");
  }

  @Test
  void the_secret_is_told_once_and_lies_nowhere() throws Exception {
    WebhookRecord made = hook(TARGET);
    String secret = made.secret().orElseThrow();
    assertThat(secret).startsWith("dwh_").hasSizeGreaterThan(40);
    assertThat(webhooks.one(made.webhook().webhookId()).secret()).isEmpty();
    assertThat(made.toString()).doesNotContain(secret);
    assertThat(hook(TARGET).secret()).isNotEqualTo(made.secret());
    String audited =
        String.join(
            "",
            stores
                .sql()
                .list(
                    row -> row.getString("action") + row.getString("after_json"),
                    "select action, after_json from audit_event"));
    assertThat(audited).contains("webhook.create").doesNotContain(secret);
    assertThat(Files.readString(data.resolve("webhook.key"))).doesNotContain(secret);
    assertThat(Files.getPosixFilePermissions(data.resolve("webhook.key"))).hasSize(2);
  }

  @Test
  void a_message_is_signed_over_time_and_body_and_during_rotation_by_both() {
    WebhookRecord made = hook(TARGET);
    happened();
    Outgoing message = due();
    assertThat(message.body())
        .isEqualTo(
            "{\"kind\":\"run.ended\",\"happenedAt\":\"2026-04-01T02:00:00Z\","
                + "\"facts\":{\"job\":\"nightly\"}}");
    assertThat(message.headers())
        .containsEntry("Demandwright-Delivery", Long.toString(message.deliveryId()))
        .containsEntry("Demandwright-Event", "run.ended")
        .containsEntry("Demandwright-Timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry("Demandwright-Signature", "v1=" + signed(made, message));

    WebhookRecord renewed = webhooks.rotate(made.webhook().webhookId());
    clock.now = clock.now.plus(WebhookDeliveries.LEASE).plusSeconds(1);
    Outgoing again = due();
    assertThat(again.headers().get("Demandwright-Signature"))
        .isEqualTo("v1=" + signed(renewed, again) + ",v1=" + signed(made, again));

    clock.now = clock.now.plus(Webhooks.OVERLAP);
    Outgoing later = due();
    assertThat(later.headers().get("Demandwright-Signature"))
        .isEqualTo("v1=" + signed(renewed, later));
  }

  private static String signed(WebhookRecord hook, Outgoing message) {
    return WebhookSecrets.signature(
        hook.secret().orElseThrow(),
        Long.parseLong(message.headers().get("Demandwright-Timestamp")),
        message.body());
  }

  @Test
  void a_member_with_another_key_signs_nothing() {
    WebhookRecord hook = hook(TARGET);
    happened();
    configure(
        Map.of(
            "dw.webhooks.allowed-hosts",
            "127.0.0.1",
            "dw.webhooks.key",
            "another key of thirty-two characters"));
    assertThat(deliveries.claim(9)).isEmpty();
    assertThat(
            webhooks
                .deliveries(hook.webhook().webhookId(), Optional.empty(), Optional.empty(), 9)
                .rows()
                .get(0)
                .outcome()
                .orElseThrow()
                .failure())
        .contains("another key");
  }

  @Test
  void a_key_that_is_too_short_is_refused_without_being_told() {
    assertThatThrownBy(() -> configure(Map.of("dw.webhooks.key", "hunter2")))
        .hasMessageContaining("dw.webhooks.key")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void what_is_not_taken_is_sent_again_at_growing_intervals_and_given_up_in_the_end() {
    WebhookRecord hook = hook(TARGET);
    happened();
    Instant last = clock.now;
    for (int attempt = 1; ; attempt++) {
      Outgoing message = due();
      deliveries.answered(message.deliveryId(), 302, "elsewhere");
      Delivery seen = delivery(hook, message);
      assertThat(seen.attempts()).isEqualTo(attempt);
      if (seen.status() == DeliveryStatus.DEAD) {
        assertThat(attempt).isGreaterThan(20);
        break;
      }
      Duration pause = Duration.between(last, seen.nextAttempt());
      double doubled = Math.min(10 * Math.pow(2, attempt - 1), 3_600);
      assertThat(pause.toMillis() / 1000.0).isBetween(doubled, doubled * 1.25);
      assertThat(deliveries.pause(message.deliveryId(), attempt)).isEqualTo(pause);
      clock.now = seen.nextAttempt();
      last = clock.now;
    }
    assertThat(Duration.between(NOW, clock.now)).isLessThan(Duration.ofHours(24));
    assertThat(deliveries.claim(9)).isEmpty();
    assertThat(deliveries.pause(1, 1)).isNotEqualTo(deliveries.pause(2, 1));
  }

  @Test
  void what_ended_is_sent_again_under_its_number_one_or_all() {
    WebhookRecord hook = hook(TARGET);
    long id = hook.webhook().webhookId();
    happened();
    Outgoing first = due();
    assertThatThrownBy(() -> webhooks.replay(id, first.deliveryId()))
        .hasMessageContaining("has not ended");
    deliveries.answered(first.deliveryId(), 204, "");
    assertThat(deliveries.claim(9)).isEmpty();

    assertThat(webhooks.replay(id, first.deliveryId()).status()).isEqualTo(DeliveryStatus.WAITING);
    Outgoing again = due();
    assertThat(again.deliveryId()).isEqualTo(first.deliveryId());
    deliveries.answered(again.deliveryId(), 200, "");
    assertThat(webhooks.replaySince(id, NOW.plusSeconds(1))).isZero();
    assertThat(webhooks.replaySince(id, NOW)).isEqualTo(1);
    assertThat(due().deliveryId()).isEqualTo(first.deliveryId());
    assertThatThrownBy(() -> webhooks.delivery(id + 1, first.deliveryId()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void two_members_never_send_one_delivery_at_the_same_time() {
    hook(TARGET);
    happened();
    assertThat(deliveries.claim(9)).hasSize(1);
    assertThat(deliveries.claim(9)).isEmpty();
    clock.now = clock.now.plus(WebhookDeliveries.LEASE).plusSeconds(1);
    assertThat(deliveries.claim(9)).as("its member left no note").hasSize(1);
  }

  @Test
  void a_test_goes_to_the_one_that_is_tried_alone_even_if_it_is_silent() {
    WebhookRecord silent = webhooks.add(new Terms(TARGET, Set.of("run.ended"), false), "ann");
    hook(TARGET);
    happened();
    webhooks.test(silent.webhook().webhookId(), "bob");
    assertThat(deliveries.claim(9))
        .extracting(m -> m.headers().get("Demandwright-Event"))
        .containsExactlyInAnyOrder("run.ended", "webhook.test");
    webhooks.remove(silent.webhook().webhookId(), Expected.anything());
    assertThat(webhooks.page(Optional.empty(), 9).rows()).hasSize(1);
  }
}

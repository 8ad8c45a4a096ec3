package org.demandwright.app.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * What goes out to other systems.
 *
 * @param exports how long an export is kept after it ended
 * @param allowedHosts hosts outside the public internet to which webhooks may go, in small letters
 * @param http whether they may go without TLS
 * @param webhookKey from which their secrets are derived; empty = that of the data folder
 * @param firstRetry pause before the second attempt to deliver, which doubles with each more
 * @param giveUpAfter after which a message is told no more
 * @param deliveries how long a delivery is kept after it ended
 * @param happenings how long the stream of events can be gone on with
 */
public record ExchangeSettings(
    Duration exports,
    Set<String> allowedHosts,
    boolean http,
    Optional<String> webhookKey,
    Duration firstRetry,
    Duration giveUpAfter,
    Duration deliveries,
    Duration happenings) {
  private static final int SHORTEST_KEY = 32;

  private static final Setting<Integer> EXPORTS =
      Setting.of(
          "dw.exports.keep-days",
          "7",
          "days",
          Allowed.between(1, 3_650),
          "how long an export of forecasts is kept after it ended, with its content, which lies in"
              + " the store");

  private static final Setting<Optional<String>> HOSTS =
      Setting.open(
          "dw.webhooks.allowed-hosts",
          "none",
          "",
          Allowed.AS_IS,
          "hosts outside the public internet to which webhooks may go, separated by commas, written"
              + " as in their addresses; others with private, loopback, link-local or similar"
              + " addresses are refused");

  private static final Setting<Boolean> HTTP =
      Setting.of(
          "dw.webhooks.http",
          "false",
          "",
          Allowed.YES_OR_NO,
          "true = webhooks may go to addresses without TLS, too");

  private static final Setting<Optional<String>> KEY =
      Setting.open(
          "dw.webhooks.key",
          "that of the file `webhook.key` in the data folder, made at first use",
          "",
          new Allowed<>("a text of at least 32 characters", ExchangeSettings::key),
          "from which the secrets of webhooks are derived; several members need the same. With"
              + " another key all secrets have to be renewed");

  private static final Setting<Integer> FIRST_RETRY =
      Setting.of(
          "dw.webhooks.first-retry-seconds",
          "10",
          "s",
          Allowed.between(1, 3_600),
          "pause before a message is sent again that was not taken; it doubles with each attempt up"
              + " to an hour, and a quarter at most is added by chance");

  private static final Setting<Integer> GIVE_UP =
      Setting.of(
          "dw.webhooks.give-up-hours",
          "24",
          "h",
          Allowed.between(1, 720),
          "how long after it happened, or was asked for again, a message is given up");

  private static final Setting<Integer> DELIVERIES =
      Setting.of(
          "dw.webhooks.keep-days",
          "30",
          "days",
          Allowed.between(1, 3_650),
          "how long deliveries are kept after they ended, and can be sent again");

  private static final Setting<Integer> HAPPENINGS =
      Setting.of(
          "dw.events.keep-days",
          "7",
          "days",
          Allowed.between(1, 3_650),
          "how long the stream of events can be gone on with after its connection broke");

  static final Concern CONCERN =
      new Concern(
          "Exchange",
          List.of(EXPORTS, HOSTS, HTTP, KEY, FIRST_RETRY, GIVE_UP, DELIVERIES, HAPPENINGS));

  static ExchangeSettings in(Config config) {
    return new ExchangeSettings(
        Duration.ofDays(EXPORTS.in(config)),
        HOSTS.in(config).map(ExchangeSettings::hosts).orElse(Set.of()),
        HTTP.in(config),
        KEY.in(config),
        Duration.ofSeconds(FIRST_RETRY.in(config)),
        Duration.ofHours(GIVE_UP.in(config)),
        Duration.ofDays(DELIVERIES.in(config)),
        Duration.ofDays(HAPPENINGS.in(config)));
  }

  private static Set<String> hosts(String text) {
    return Arrays.stream(text.split(","))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is wrong with it is told without it. */
  private static String key(String text) {
    if (text.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          " has %d characters; it must have at least %d".formatted(text.length(), SHORTEST_KEY));
    }
    return text;
  }
}

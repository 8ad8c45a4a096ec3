package org.demandwright.app.settings;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Who is let in, and what is kept of it.
 *
 * @param proxies whose word about the caller's address and about TLS is taken
 * @param session how long a login lasts at most, however busy it is
 * @param hashes how many passwords are checked at the same time
 * @param token how long an access token of a system lives
 * @param audit how long the audit is kept
 */
public record SecuritySettings(
    List<AddressRange> proxies, Duration session, int hashes, Duration token, Period audit) {
  private static final Setting<Optional<List<AddressRange>>> PROXIES =
      Setting.open(
          "dw.security.proxies",
          "none",
          "",
          Allowed.parsed(
              "addresses or networks such as `10.0.0.7,10.1.0.0/16`", SecuritySettings::ranges),
          "the proxies in front of this server, separated by commas: what they say in"
              + " `X-Forwarded-For` and `X-Forwarded-Proto` is believed, and nobody else's word is");

  private static final Setting<Integer> SESSION =
      Setting.of(
          "dw.security.session-hours",
          "12",
          "h",
          Allowed.between(1, 168),
          "how long a login on the pages lasts at most; it also ends after 30 minutes without use");

  private static final Setting<Integer> HASHES =
      Setting.of(
          "dw.security.concurrent-hashes",
          "2",
          "",
          Allowed.between(1, 64),
          "how many passwords are checked at the same time, each for about 0.2 s of a processor;"
              + " those beyond wait for a second and are then told to come again (429)");

  private static final Setting<Integer> TOKEN =
      Setting.of(
          "dw.security.token-minutes",
          "15",
          "min",
          Allowed.between(1, 1_440),
          "how long an access token lives that a system got for its secret");

  private static final Setting<Integer> AUDIT =
      Setting.of(
          "dw.audit.keep-days",
          "1095",
          "days",
          Allowed.between(1, 36_500),
          "how long the audit is kept; `purge-history` removes what is older");

  static final Concern CONCERN =
      new Concern("Security", List.of(PROXIES, SESSION, HASHES, TOKEN, AUDIT));

  static SecuritySettings in(Config config) {
    return new SecuritySettings(
        PROXIES.in(config).orElse(List.of()),
        Duration.ofHours(SESSION.in(config)),
        HASHES.in(config),
        Duration.ofMinutes(TOKEN.in(config)),
        Period.ofDays(AUDIT.in(config)));
  }

  private static List<AddressRange> ranges(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(AddressRange::parse).toList();
  }
}

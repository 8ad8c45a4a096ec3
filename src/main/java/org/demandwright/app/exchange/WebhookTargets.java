package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.AddressRange;
import org.demandwright.app.settings.Settings;

/**
 * Where messages may go: to hosts of the public internet, by https. Others only where a setting
 * names them, since this server stands where whoever enters an address may not be. A host is judged
 * when it is entered and whenever it is connected to, by all of its addresses.
 */
@ApplicationScoped
public class WebhookTargets {
  /** What is not the public internet: RFC 6890 and what came after it. */
  private static final AddressRange[] NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(AddressRange::parse)
          .toArray(AddressRange[]::new);

  /** All that is given out of IPv6; the rest is of one machine, one link, one site or a detour. */
  private static final AddressRange IPV6 = AddressRange.parse("2000::/3");

  private final Settings settings;

  @Inject
  public WebhookTargets(Settings settings) {
    this.settings = settings;
  }

  WebhookTargets() {
    this(null);
  }

  /**
   * Reads an address.
   *
   * @throws Refused if nothing may be sent there
   */
  public URI checked(String target) {
    URI address = parsed(target);
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    boolean open = "http".equalsIgnoreCase(address.getScheme()) && settings.exchange().http();
    if (!secure && !open) {
      throw refused("%s does not begin with https://.".formatted(target));
    }
    if (address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      throw refused(
          "%s needs a host, and neither a user nor a # may stand in it.".formatted(target));
    }
    try {
      resolved(bare(address.getHost()));
    } catch (UnknownHostException e) {
      throw refused(e.getMessage());
    }
    return address;
  }

  private static URI parsed(String target) {
    try {
      return new URI(target);
    } catch (URISyntaxException e) {
      throw refused("%s is no address.".formatted(target));
    }
  }

  private static Refused refused(String why) {
    return Refused.because("target", why);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * Returns the addresses of a host, which may be connected to.
   *
   * @throws UnknownHostException if there is none, or one to which nothing may be sent
   */
  public InetAddress[] resolved(String host) throws UnknownHostException {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw unusable(host + " is not known: no address is found for it.", e);
    }
    if (!settings.exchange().allowedHosts().contains(host.toLowerCase(Locale.ROOT))) {
      for (InetAddress address : found) {
        if (!isPublic(address)) {
          throw unusable(
              host + " is not in the public internet; dw.webhooks.allowed-hosts has to name it.",
              null);
        }
      }
    }
    return found;
  }

  private static UnknownHostException unusable(String why, UnknownHostException cause) {
    UnknownHostException unusable = new UnknownHostException(why);
    unusable.initCause(cause);
    return unusable;
  }

  static boolean isPublic(InetAddress address) {
    String text = address.getHostAddress();
    if (text.indexOf('%') >= 0 || (text.indexOf(':') >= 0 && !IPV6.contains(text))) {
      return false;
    }
    return Stream.of(NOT_PUBLIC).noneMatch(range -> range.contains(text));
  }
}

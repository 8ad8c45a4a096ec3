package org.demandwright.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses of a network that begin with the same bits, such as {@code 10.0.0.0/8}, or one of them.
 *
 * @param first an address of IPv4 or IPv6 in digits; names are not looked up
 * @param bits how many of its bits count
 */
public record AddressRange(InetAddress first, int bits) {
  private static final Pattern DIGITS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public AddressRange {
    if (bits < 0 || bits > first.getAddress().length * 8) {
      throw new IllegalArgumentException("/" + bits);
    }
  }

  /** Reads an address, or one with the number of its bits behind a slash. */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = address(slash < 0 ? text : text.substring(0, slash));
    int all = first.getAddress().length * 8;
    return new AddressRange(first, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
  }

  private static InetAddress address(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Returns whether an address lies in it; a text that is no address lies nowhere. */
  public boolean contains(String address) {
    byte[] other;
    try {
      other = address(address).getAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
    byte[] own = first.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

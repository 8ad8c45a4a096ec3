package org.demandwright.rest.wire;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1).
 *
 * @param any whether it is {@code *}
 * @param values of the tags, without what tells a packed form of the same from the plain one
 */
record EntityTags(boolean any, Set<String> values) {
  /** At the end of a strong tag whose bytes travel packed. */
  static final String PACKED = "-gzip";

  private static final Pattern TAG =
      Pattern.compile("\\s*(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*");

  /** Reads the header; what is no list of tags is a bad one. */
  static EntityTags of(String header, String text) {
    if (text.strip().equals("*")) {
      return new EntityTags(true, Set.of());
    }
    Set<String> values = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      Matcher tag = TAG.matcher(part);
      if (!tag.matches()) {
        throw new BadHeader(header, text, "tags as ETag gave them, in quotes, or *");
      }
      String value = tag.group(1);
      values.add(
          value.endsWith(PACKED) ? value.substring(0, value.length() - PACKED.length()) : value);
    }
    return new EntityTags(false, values);
  }

  /** Returns whether one of them is of a thing that a writer would find as it is now. */
  boolean holdStanding(String now) {
    return any
        || values.stream().anyMatch(v -> v.equals(now) || v.startsWith(now + ContentTag.WHOLE));
  }

  /** Returns whether one of them has this value. */
  boolean hold(String now) {
    return any || values.contains(now);
  }
}

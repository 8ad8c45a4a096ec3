package org.demandwright.security;

import java.util.regex.Pattern;

/** Where to go after a login: a link that somebody else made must not lead to another site. */
public final class LocalTarget {
  private static final String HOME = "/index.xhtml";
  private static final Pattern PAGE =
      Pattern.compile("/(?:[a-z][a-z-]*/)?[a-z][a-z-]*\\.xhtml(\\?[\\x21-\\x5B\\x5D-\\x7E]*)?");

  private LocalTarget() {}

  /** Returns {@code asked} if it is the path of a page here, otherwise the first page. */
  public static String of(String asked) {
    return asked != null && PAGE.matcher(asked).matches() ? asked : HOME;
  }
}

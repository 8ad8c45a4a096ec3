package org.demandwright.console.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of {@code messages.properties} for beans; pages read them as {@code msg}. */
public final class Texts {
  private static final String BUNDLE = "org.demandwright.console.messages";

  private Texts() {}

  /** Returns the text with {@code {0}}, {@code {1}} … replaced; a missing key is an error. */
  public static String of(String key, Object... values) {
    String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(values);
  }

  /** Returns the text, or another one where the key is missing: for names that others may add. */
  public static String orElse(String key, String otherwise) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }
}

package org.demandwright.app;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.demandwright.core.Words;

/**
 * Puts {@link Words} into a language. Sentences stand in {@code org/demandwright/words}, one bundle
 * for the first part of the keys; a language is one more file of each, and what it lacks is said in
 * English.
 *
 * <p>A key may have a second form with {@code .one} at its end, which is taken where its first
 * whole number is 1.
 */
public final class Wordbook {
  private static final String BUNDLES = "org.demandwright.words.";
  private static final String ONE = ".one";
  private static final Wordbook ENGLISH = new Wordbook(Locale.ENGLISH);

  private static final Map<Locale, Wordbook> OTHERS = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /** What was said last: in long lists the same words stand in many rows in a row. */
  private volatile Said last;

  /** Words, and the sentence that was made of them. */
  private record Said(Words words, String sentence) {}

  private Wordbook(Locale locale) {
    this.locale = locale;
  }

  /** Returns the English wording. */
  public static Wordbook english() {
    return ENGLISH;
  }

  /** Returns the wording of a language. */
  public static Wordbook of(Locale locale) {
    return OTHERS.computeIfAbsent(locale, Wordbook::new);
  }

  /**
   * Returns the sentence.
   *
   * @throws java.util.MissingResourceException if nobody worded the key
   */
  public String say(Words words) {
    Said before = last;
    if (before != null && before.words() == words) {
      return before.sentence();
    }
    String sentence = sentence(words);
    last = new Said(words, sentence);
    return sentence;
  }

  private String sentence(Words words) {
    List<String> arguments = words.arguments().stream().map(this::argument).toList();
    return switch (words.key()) {
      case Words.LITERAL -> arguments.get(0);
      case Words.LIST -> String.join(", ", arguments);
      case Words.CLAUSES -> String.join("; ", arguments);
      case Words.SENTENCES -> arguments.stream().collect(Collectors.joining(" "));
      default -> format(pattern(words), arguments.toArray());
    };
  }

  /** A pattern is read once: that takes longer than to fill it in. */
  private String format(String pattern, Object[] arguments) {
    MessageFormat format = formats.computeIfAbsent(pattern, p -> new MessageFormat(p, locale));
    synchronized (format) {
      return format.format(arguments);
    }
  }

  private String pattern(Words words) {
    String key = words.key();
    int dot = key.indexOf('.');
    ResourceBundle bundle =
        bundles.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), this::bundle);
    boolean one =
        words.arguments().stream()
            .filter(Long.class::isInstance)
            .findFirst()
            .filter(n -> (Long) n == 1)
            .isPresent();
    return bundle.getString(one && bundle.containsKey(key + ONE) ? key + ONE : key);
  }

  private ResourceBundle bundle(String area) {
    return ResourceBundle.getBundle(
        BUNDLES + area,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private String argument(Object argument) {
    if (argument instanceof Words inner) {
      return sentence(inner);
    }
    return argument instanceof BigDecimal number
        ? number.toPlainString()
        : String.valueOf(argument);
  }
}

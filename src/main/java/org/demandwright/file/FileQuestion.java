package org.demandwright.file;

import java.util.List;
import java.util.Objects;

/**
 * What has to be said about a file before it can be read.
 *
 * @param key under which the answer is given: a part of the form such as {@code dates}, {@code
 *     mapping} with the heading, or a name of its own, which goes into {@link FormatWishes#answers}
 * @param words what reads two ways, what that would mean, and what to say
 * @param choices the answers there are; empty where any text may be one
 */
public record FileQuestion(String key, String words, List<String> choices) {

  public FileQuestion {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(words, "words");
    choices = List.copyOf(choices);
  }

  /** Returns the question as one line. */
  public String line() {
    return key + ": " + words;
  }
}

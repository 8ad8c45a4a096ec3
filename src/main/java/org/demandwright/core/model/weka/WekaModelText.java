package org.demandwright.core.model.weka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.demandwright.core.model.regression.Regression;
import weka.classifiers.Classifier;
import weka.core.Version;

/**
 * A trained classifier of Weka as one line of text: version of Weka, number of inputs and scheme,
 * then, after a bar, its serialized form, zipped, in Base64.
 *
 * <p>What was written by another version of Weka or another scheme is refused: train again. While
 * it is read, only classes of Weka and plain ones of the JDK are let in.
 */
final class WekaModelText {
  private static final String ALLOWED =
      "maxdepth=10000;weka.**;java.lang.*;java.util.*;java.math.*;java.text.*;!*";
  private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(ALLOWED);

  private WekaModelText() {}

  static String of(WekaScheme scheme, Classifier classifier, int inputs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
      out.writeObject(classifier);
    } catch (IOException e) {
      throw new UncheckedIOException(scheme + " cannot be stored: " + e.getMessage(), e);
    }
    return head(scheme, inputs) + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String head(WekaScheme scheme, int inputs) {
    return Version.VERSION + " " + inputs + " " + scheme + "|";
  }

  static Regression read(WekaScheme scheme, String text) {
    String[] words = text.split(" ", 3);
    int inputs = words.length == 3 ? Integer.parseInt(words[1]) : 0;
    String head = head(scheme, inputs);
    if (!text.startsWith(head)) {
      throw new IllegalArgumentException(
          "the model state begins with \"%s\" but \"%s\" is configured; train the model again"
              .formatted(text.substring(0, Math.min(80, text.length())), head));
    }
    byte[] bytes = Base64.getDecoder().decode(text.substring(head.length()));
    try (ObjectInputStream in =
        new ObjectInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      in.setObjectInputFilter(FILTER);
      return new WekaRegression(scheme, (Classifier) in.readObject(), inputs);
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      throw new IllegalArgumentException(
          "the state of " + scheme + " cannot be read: " + e.getMessage() + "; train it again", e);
    }
  }
}

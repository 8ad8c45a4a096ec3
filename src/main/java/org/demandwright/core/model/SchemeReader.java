package org.demandwright.core.model;

/**
 * Makes pooled models of learners that an administrator names by text. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface SchemeReader {

  /**
   * Makes a pooled model.
   *
   * @param id the identity that the model shall have
   * @param scheme the learner with its options, such as {@code weka.classifiers.trees.M5P -M 20}
   * @throws IllegalArgumentException if there is no such learner or if it refuses the options
   */
  GlobalModel model(String id, String scheme);
}

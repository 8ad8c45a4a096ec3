package org.demandwright.core.intake;

import java.util.Arrays;

/**
 * Many identities in little memory: 64 bits of each. That two of ten million agree by chance in
 * them has a probability of about one to 370,000; a line that is taken for another in this way is
 * found by the account at the end of the run.
 */
public final class IdentitySet {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] hashes = new long[1024];
  private int size;

  public void add(String id) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash(id);
  }

  /** Ends adding; before that nothing can be asked. */
  public void seal() {
    hashes = Arrays.copyOf(hashes, size);
    Arrays.sort(hashes);
  }

  public boolean contains(String id) {
    return Arrays.binarySearch(hashes, hash(id)) >= 0;
  }

  private static long hash(String id) {
    long hash = FNV_START;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash ^ hash >>> 32;
  }
}

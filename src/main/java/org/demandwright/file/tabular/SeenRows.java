package org.demandwright.file.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.file.tabular.BadRow.Reason;

/**
 * What earlier rows of the file were: gives each row its identity and knows exact repeats. It holds
 * 16 bytes a row and a counter a document.
 */
final class SeenRows {
  private record Digest(long high, long low) {}

  private final MessageDigest sha256;
  private final Set<Digest> rows = new HashSet<>();
  private final Set<String> numbered = new HashSet<>();
  private final Map<String, Integer> rowsOfDocument = new HashMap<>();

  SeenRows() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns whether a row with these very fields came before. */
  boolean repeats(List<String> fields) {
    for (String field : fields) {
      sha256.update(field.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0x1f);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return !rows.add(new Digest(digest.getLong(), digest.getLong()));
  }

  /** Returns the place of the row among the rows of its document, from 1. */
  int ordinal(LineIdentity document) {
    return rowsOfDocument.merge(document.id(), 1, Integer::sum);
  }

  /** Refuses a line that another row of the file is. */
  void requireNew(LineIdentity line) throws BadRow {
    if (!numbered.add(line.id())) {
      throw new BadRow(
          Reason.DUPLICATE_LINE,
          "line_no",
          line.line(),
          line.documentInWords()
              + " has a line "
              + line.line()
              + " already; number its lines apart");
    }
  }
}

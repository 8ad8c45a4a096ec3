package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a check did not come to the end of: queries that were stopped, and those never begun. */
final class Unfinished {
  private static final int SHOWN = 3;

  private final List<String> sentences = new ArrayList<>();
  private final List<String> notBegun = new ArrayList<>();

  /**
   * @param what was asked, such as {@code the rows of dw_item}
   */
  void add(String what, SQLException e, LimitedQueries queries) {
    if (e instanceof LimitedQueries.NoTimeLeft) {
      notBegun.add(what);
    } else {
      sentences.add("Asking for " + what + ": " + queries.words(e) + ".");
    }
  }

  /** Returns one sentence for each query that was stopped, and one for all that were not begun. */
  List<String> words() {
    List<String> words = new ArrayList<>(sentences);
    if (!notBegun.isEmpty()) {
      words.add(
          "Not asked for, because the time for all queries together was used up: "
              + String.join(", ", notBegun.stream().limit(SHOWN).toList())
              + (notBegun.size() > SHOWN ? " and " + (notBegun.size() - SHOWN) + " more" : "")
              + ".");
    }
    return words;
  }
}

package org.demandwright.store.access;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names that accounts may have, whoever makes them: they stand in addresses and in the audit, where
 * some names are those of the program itself.
 */
public final class AccountNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,79}");

  /** Who did what no person did. */
  private static final Set<String> TAKEN = Set.of("system", "nobody", "nightly", "schedule");

  /** What a name has to be, for a refusal. */
  public static final String RULE =
      "a name has 1 to 80 of A-Z, a-z, 0-9, dot, _, @ and -, and is none of "
          + new TreeSet<>(TAKEN);

  private AccountNames() {}

  /** Returns whether an account may have the name. */
  public static boolean allow(String name) {
    return NAME.matcher(name).matches() && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
  }
}

package org.demandwright.console.access;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Refused;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.demand.DataScope;

/** What part of the data an account is to see, as lines of names; no line means all. */
public class ScopeForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String companies;
  private String sites;
  private String categories;

  /**
   * Returns what is filled in.
   *
   * @throws Refused where there are too many names
   */
  DataScope scope() {
    return new DataScope(names(companies), names(sites), names(categories));
  }

  private static Optional<Set<String>> names(String lines) {
    List<String> names =
        lines == null
            ? List.of()
            : lines.lines().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    if (names.size() > DataScope.MOST) {
      throw new Refused(Refused.Kind.INVALID, Texts.of("accounts.scope.most", DataScope.MOST));
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(names));
  }

  /** Returns a scope in words. */
  static String words(DataScope scope) {
    String parts =
        Stream.of(
                part("accounts.companies", scope.companies()),
                part("accounts.sites", scope.sites()),
                part("accounts.categories", scope.categories()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return parts.isEmpty() ? Texts.of("accounts.scope.all") : parts;
  }

  private static Optional<String> part(String label, Optional<Set<String>> names) {
    return names.map(
        some ->
            some.stream()
                .map(name -> name.isEmpty() ? Texts.of("accounts.scope.without") : name)
                .collect(Collectors.joining(", ", Texts.of(label) + ": ", "")));
  }

  public String getCompanies() {
    return companies;
  }

  public void setCompanies(String companies) {
    this.companies = companies;
  }

  public String getSites() {
    return sites;
  }

  public void setSites(String sites) {
    this.sites = sites;
  }

  public String getCategories() {
    return categories;
  }

  public void setCategories(String categories) {
    this.categories = categories;
  }
}

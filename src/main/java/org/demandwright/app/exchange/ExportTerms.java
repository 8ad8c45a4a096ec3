package org.demandwright.app.exchange;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.ReadForecasts.ForecastFilter;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.forecast.SeriesSelection;

/**
 * Which forecasts of a version an export holds, and in which form: the filters of the list.
 *
 * @param series with what whoever asked might see
 * @param raw whether text stands as it is, also where a spreadsheet would take it for a formula
 */
public record ExportTerms(
    SeriesSelection series,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Instant> changedSince,
    Optional<BigDecimal> minChangeQty,
    boolean notRecommended,
    Share share,
    boolean raw) {
  private static final String COMPANY = "scopeCompany";
  private static final String SITE = "scopeSite";
  private static final String CATEGORY = "scopeCategory";

  /** Returns what whoever asked might see. */
  DataScope scope() {
    return series.scope();
  }

  /** Returns the question to a version. */
  ForecastFilter filter(long versionId) {
    return new ForecastFilter(
        series,
        from,
        to,
        new VersionChoice(Optional.of(versionId), Optional.empty()),
        changedSince,
        minChangeQty,
        notRecommended);
  }

  /** Returns whether it depends on the categories of items which rows are wanted. */
  boolean isOfCategories() {
    return scope().categories().isPresent() || series.category().isPresent();
  }

  /** Returns the text to keep: names and values, written like a query. */
  String text() {
    List<String> parts = new ArrayList<>();
    series.org().ifPresent(value -> add(parts, "org", value));
    series.item().ifPresent(value -> add(parts, "item", value));
    series.site().ifPresent(value -> add(parts, "site", value));
    series.channel().ifPresent(value -> add(parts, "channel", value));
    series.category().ifPresent(value -> add(parts, "category", value));
    series.seriesId().ifPresent(value -> add(parts, "seriesId", value));
    from.ifPresent(value -> add(parts, "from", value));
    to.ifPresent(value -> add(parts, "to", value));
    changedSince.ifPresent(value -> add(parts, "changedSince", value));
    minChangeQty.ifPresent(value -> add(parts, "minChangeQty", value.toPlainString()));
    add(parts, "notRecommended", notRecommended);
    add(parts, "share", share);
    add(parts, "raw", raw);
    if (!scope().isUnrestricted()) {
      parts.add(text(scope()));
    }
    return String.join("&", parts);
  }

  /** Returns the text of a scope, as the text to keep ends with it. */
  static String text(DataScope scope) {
    List<String> parts = new ArrayList<>();
    add(parts, COMPANY, scope.companies());
    add(parts, SITE, scope.sites());
    add(parts, CATEGORY, scope.categories());
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, Optional<Set<String>> names) {
    names.ifPresent(some -> some.forEach(value -> add(parts, name, value)));
  }

  private static void add(List<String> parts, String name, Object value) {
    parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote. */
  static ExportTerms parse(String text) {
    Map<String, Set<String>> parts = new TreeMap<>();
    for (String part : text.split("&", -1)) {
      String[] pair = part.split("=", 2);
      parts
          .computeIfAbsent(pair[0], name -> new TreeSet<>())
          .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    Map<String, String> first =
        parts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().iterator().next()));
    return new ExportTerms(
        new SeriesSelection(
            new DataScope(
                Optional.ofNullable(parts.get(COMPANY)),
                Optional.ofNullable(parts.get(SITE)),
                Optional.ofNullable(parts.get(CATEGORY))),
            Optional.ofNullable(first.get("org")),
            Optional.ofNullable(first.get("item")),
            Optional.ofNullable(first.get("site")),
            Optional.ofNullable(first.get("channel")),
            Optional.ofNullable(first.get("category")),
            Optional.ofNullable(first.get("seriesId")).map(Long::valueOf)),
        Optional.ofNullable(first.get("from")).map(LocalDate::parse),
        Optional.ofNullable(first.get("to")).map(LocalDate::parse),
        Optional.ofNullable(first.get("changedSince")).map(Instant::parse),
        Optional.ofNullable(first.get("minChangeQty")).map(BigDecimal::new),
        Boolean.parseBoolean(first.get("notRecommended")),
        Share.valueOf(first.get("share")),
        Boolean.parseBoolean(first.get("raw")));
  }
}

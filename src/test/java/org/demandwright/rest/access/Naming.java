package org.demandwright.rest.access;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what names things everywhere in the place of what names them in one installation. This is
 * all in which two installations may differ that say the same:
 *
 * <ul>
 *   <li>numbers of things: series are named by company, item, site and channel, others by their
 *       rank among those that are answered;
 *   <li>instants at which something was done;
 *   <li>what speaks of a whole version, which is left out for whoever sees a part: its hash, why it
 *       was held, what the audit found, how often demand lay within its bands; and digests and
 *       sizes of files that hold numbers of things;
 *   <li>figures of bands, which are calibrated over all series: {@code ScopeServerIT} compares them
 *       with what whoever sees everything is told;
 *   <li>the last digits of sums over a version: of all of it they are kept, of a part they are
 *       summed up from the totals of its series, each of which is rounded;
 *   <li>that other overrides lie over the version: publications say so to everybody, and to whoever
 *       sees a part not whose they are;
 *   <li>cursors.
 * </ul>
 */
final class Naming {
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("versionId", "version"),
          Map.entry("withVersionId", "version"),
          Map.entry("newest", "version"),
          Map.entry("oldest", "version"),
          Map.entry("contestOf", "version"),
          Map.entry("basedOn", "version"),
          Map.entry("takenFrom", "version"),
          Map.entry("replaced", "version"),
          Map.entry("against", "version"),
          Map.entry("executionId", "run"),
          Map.entry("run", "run"),
          Map.entry("overrideId", "override"),
          Map.entry("correctionId", "correction"),
          Map.entry("layerId", "correction"),
          Map.entry("correction", "correction"),
          Map.entry("eventId", "event"),
          Map.entry("markId", "mark"),
          Map.entry("linkId", "lifecycle link"),
          Map.entry("issueId", "issue"),
          Map.entry("exportId", "export"),
          Map.entry("id", "sales line"));

  private static final Set<String> INSTANTS =
      Set.of(
          "createdAt",
          "changedAt",
          "publishedAt",
          "askedAt",
          "endedAt",
          "keptUntil",
          "enteredAt",
          "approvedAt",
          "withdrawnAt",
          "inspectionAt",
          "knownAt",
          "settledAt",
          "retiredAt",
          "receivedAt",
          "at");

  private static final Set<String> OF_ALL_DATA =
      Set.of(
          "contentHash",
          "heldBecause",
          "audit",
          "auditSeries",
          "auditRows",
          "auditForecasts",
          "auditLeaks",
          "sha256",
          "byteCount",
          "next",
          "errorId",
          "coverage");

  /** Of publications, some of which are left out. */
  private static final Set<String> PLACES = Set.of("position", "end");

  private static final Set<String> BANDS =
      Set.of(
          "p10",
          "p50",
          "p90",
          "totalP10",
          "totalP50",
          "totalP90",
          "nothing",
          "enoughAtLeast",
          "enoughAtMost");

  /** Of a whole version the sum of its rows, of a part that of its totals, each rounded. */
  private static final Set<String> SUMS =
      Set.of("totalMean", "share", "notRecommendedTotalMean", "notRecommendedShare");

  private static final Pattern FORECAST = Pattern.compile("(\\d+)-(\\d+)-(\\d{4}-\\d\\d-\\d\\d)");

  private final Map<String, String> series = new HashMap<>();
  private final Map<String, TreeSet<Long>> seen = new TreeMap<>();

  /** Takes note of the numbers of things in an answer. */
  void learn(Object body) {
    if (body instanceof Map<?, ?> members) {
      if (members.get("seriesId") instanceof String id && members.containsKey("item")) {
        series.putIfAbsent(
            id,
            "%s/%s/%s/%s"
                .formatted(
                    said(members, "org"),
                    said(members, "item"),
                    said(members, "site"),
                    said(members, "channel")));
      }
      members.forEach(
          (name, value) -> {
            if (value instanceof String text && isNumber(text) && NUMBERS.containsKey(name)) {
              seen.computeIfAbsent(NUMBERS.get(name), k -> new TreeSet<>()).add(Long.valueOf(text));
            }
            learn(value);
          });
    } else if (body instanceof List<?> values) {
      values.forEach(this::learn);
    }
  }

  private static String said(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }

  /** Returns what an answer says, without what differs by nature. */
  Object named(Object body) {
    if (body instanceof Map<?, ?> members) {
      Map<String, Object> all = new LinkedHashMap<>();
      members.forEach(
          (name, value) -> {
            if (!OF_ALL_DATA.contains(name) && !isNumberOfPushed(members, name)) {
              all.put((String) name, member((String) name, value));
            }
          });
      if (members.containsKey("recommended")) { // of lead-time demand
        all.replace("quantity", "of the bands");
      }
      return all;
    }
    if (body instanceof List<?> values) {
      List<Object> all = new ArrayList<>();
      values.forEach(
          value -> {
            if (!isOfOverrides(value)) {
              all.add(named(value));
            }
          });
      return all;
    }
    return body;
  }

  private static boolean isNumberOfPushed(Map<?, ?> members, Object name) {
    return name.equals("sourceKey") && "PUSH".equals(members.get("sourceKind"));
  }

  private static boolean isOfOverrides(Object row) {
    return row instanceof Map<?, ?> members
        && "OVERRIDES".equals(members.get("kind"))
        && members.containsKey("position");
  }

  private Object member(String name, Object value) {
    if (!(value instanceof String text)) {
      return named(value);
    }
    if (text.isEmpty()) {
      return text;
    }
    if (PLACES.contains(name)) {
      return "a place in the feed";
    }
    if (BANDS.contains(name)) {
      return "of the bands";
    }
    if (INSTANTS.contains(name)) {
      return "an instant";
    }
    if (name.equals("seriesId")) {
      return series(text);
    }
    if (isNumber(text) && NUMBERS.containsKey(name)) {
      return number(NUMBERS.get(name), text);
    }
    if (SUMS.contains(name)) {
      return new BigDecimal(text).setScale(3, RoundingMode.HALF_UP);
    }
    if (name.equals("detail") || name.equals("instance")) {
      return text.replaceAll("\\d+", "#");
    }
    return forecast(text.replaceFirst("^push:\\d+$", "a line that was sent"));
  }

  private String series(String id) {
    return series.getOrDefault(id, "an unknown series");
  }

  private String number(String kind, String id) {
    return kind + " " + seen.get(kind).headSet(Long.valueOf(id), true).size();
  }

  private String forecast(String text) {
    return FORECAST
        .matcher(text)
        .replaceAll(
            parts ->
                Matcher.quoteReplacement(
                    number("version", parts.group(1))
                        + " "
                        + series(parts.group(2))
                        + " "
                        + parts.group(3)));
  }

  /** Returns an address likewise. */
  String path(String template, String path) {
    if (!template.contains("{")) {
      return path;
    }
    String before = template.substring(0, template.indexOf('{'));
    String id = path.substring(before.length()).replaceFirst("/.*", "");
    return switch (before) {
      case "/series/" -> series(id);
      case "/forecast-versions/" -> number("version", id);
      case "/overrides/" -> number("override", id);
      case "/events/" -> number("event", id);
      case "/lifecycle-links/" -> number("lifecycle link", id);
      case "/exports/" -> number("export", id);
      case "/data-quality/corrections/" -> number("correction", id);
      case "/data-quality/issues/" -> number("issue", id);
      case "/data-quality/not-demand/" -> number("mark", id);
      case "/data-quality/runs/" -> number("run", id);
      case "/sales-lines/" -> number("sales line", id);
      default -> forecast(id);
    };
  }
}

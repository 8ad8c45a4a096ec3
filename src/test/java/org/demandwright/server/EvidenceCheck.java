package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An auditor: adds the evidence of a number up once more, with nothing but its files. */
final class EvidenceCheck {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  EvidenceCheck(byte[] zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), in.readAllBytes());
      }
    }
  }

  byte[] file(String name) {
    assertThat(files).containsKey(name);
    return files.get(name);
  }

  Map<String, String> number() {
    return table("number.csv").get(0);
  }

  String setting(String name) {
    return table("recipe.csv").stream()
        .filter(row -> row.get("setting").equals(name))
        .findFirst()
        .orElseThrow()
        .get("value");
  }

  /** Requires that everything adds up. */
  void requireProof() throws Exception {
    digests();
    demand();
    Map<String, String> number = number();
    assertThat(number.get("demand_proved")).isEqualTo("true");
    assertThat(decimal(number, "baseline").add(decimal(number, "override")))
        .isEqualByComparingTo(decimal(number, "final"));
    if (setting("removed").equals("false")) {
      BigDecimal forecast = BigDecimal.ZERO;
      for (Map<String, String> m : table("models.csv")) {
        forecast = forecast.add(decimal(m, "weight").multiply(decimal(m, "forecast")));
      }
      assertThat(forecast.setScale(6, RoundingMode.HALF_EVEN))
          .isEqualByComparingTo(decimal(number, "baseline"));
    }
    assertThat(table("publications.csv")).isNotEmpty();
  }

  private void digests() throws Exception {
    List<String> listed = new ArrayList<>();
    for (String line : text("SHA256SUMS").lines().toList()) {
      String name = line.substring(66);
      listed.add(name);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file(name));
      assertThat(line).startsWith(HexFormat.of().formatHex(digest) + "  ");
    }
    listed.add("SHA256SUMS");
    assertThat(listed).containsExactlyElementsOf(files.keySet());
  }

  private void demand() {
    Map<LocalDate, BigDecimal> sold = new TreeMap<>();
    Map<LocalDate, BigDecimal> returned = new TreeMap<>();
    for (Map<String, String> row : table("rows.csv")) {
      BigDecimal quantity = decimal(row, "quantity");
      (quantity.signum() > 0 ? sold : returned)
          .merge(LocalDate.parse(row.get("counts_on")), quantity.abs(), BigDecimal::add);
    }
    boolean nets = !setting("returns").equals("separate");
    Map<String, BigDecimal> corrected = new HashMap<>();
    table("corrected-periods.csv")
        .forEach(
            row ->
                corrected.merge(row.get("period_start"), decimal(row, "units"), BigDecimal::add));
    List<Map<String, String>> periods = table("periods.csv");
    assertThat(periods).isNotEmpty();
    for (Map<String, String> p : periods) {
      LocalDate first = LocalDate.parse(p.get("period_start"));
      BigDecimal soldIn = BigDecimal.ZERO;
      BigDecimal netted = BigDecimal.ZERO;
      for (LocalDate day :
          first.datesUntil(LocalDate.parse(p.get("period_end")).plusDays(1)).toList()) {
        BigDecimal ofDay = sold.getOrDefault(day, BigDecimal.ZERO);
        soldIn = soldIn.add(ofDay);
        netted = nets ? netted.add(ofDay.min(returned.getOrDefault(day, BigDecimal.ZERO))) : netted;
      }
      BigDecimal correction = corrected.getOrDefault(p.get("period_start"), BigDecimal.ZERO);
      assertThat(soldIn).as("%s", p).isEqualByComparingTo(decimal(p, "sold"));
      assertThat(correction).as("%s", p).isEqualByComparingTo(decimal(p, "corrected"));
      assertThat(soldIn.subtract(netted).add(correction))
          .as("%s", p)
          .isEqualByComparingTo(decimal(p, "received"));
    }
  }

  List<Map<String, String>> table(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new StringReader(text(name)))) {
      csv.forEach(record -> rows.add(record.getFieldsAsMap()));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  private static BigDecimal decimal(Map<String, String> row, String name) {
    return new BigDecimal(row.get(name));
  }
}

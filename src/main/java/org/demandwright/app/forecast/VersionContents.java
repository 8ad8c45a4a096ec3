package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Sums up the rows of a version, which are added in the order of key and step. The hash is SHA-256
 * over key, step, raw bits of the numbers, model and reason of each, the reason as key and
 * arguments, so that no wording decides, and after the rows of a series over the bytes of its
 * totals; no ids, times or partition counts.
 */
final class VersionContents {
  /** Decimals of a quantity that is shown, and so added up. */
  private static final int SHOWN = 6;

  private final MessageDigest digest = sha256();
  private final Function<Words, String> told;
  private Words lastReason;
  private byte[] lastTold = {};
  private BigDecimal totalMean = BigDecimal.ZERO;
  private long notRecommended;
  private BigDecimal notRecommendedMean = BigDecimal.ZERO;

  VersionContents() {
    this(Words::text);
  }

  /** Sums up with reasons put into one line otherwise than by {@link Words#text}. */
  VersionContents(Function<Words, String> told) {
    this.told = told;
  }

  void add(SeriesKey key, ForecastStore.Row row) {
    BandedStep bands = row.bands();
    digest.update(text(key.toString()));
    digest.update(numbers(bands));
    digest.update(text(row.series().modelId()));
    digest.update(told(row.series().reason()));
    BigDecimal mean = Quantity.rounded(bands.mean(), SHOWN);
    totalMean = totalMean.add(mean);
    if (!row.verdict().usable()) {
      notRecommended += bands.step() == 1 ? 1 : 0;
      notRecommendedMean = notRecommendedMean.add(mean);
    }
  }

  /** Adds the distribution of a series' totals, after its rows. */
  void add(byte[] totals) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(totals.length).array());
    digest.update(totals);
  }

  /** The rows of one series have the same reason. */
  private byte[] told(Words reason) {
    if (!reason.equals(lastReason)) {
      lastReason = reason;
      lastTold = text(told.apply(reason));
    }
    return lastTold;
  }

  /**
   * Returns the sums; to be asked for once.
   *
   * @param series number of series with a forecast
   * @param failed number of those without one
   */
  VersionStore.Contents close(long series, long failed) {
    return new VersionStore.Contents(
        HexFormat.of().formatHex(digest.digest()),
        series,
        failed,
        totalMean.doubleValue(),
        new VersionStore.NotRecommended(notRecommended, notRecommendedMean.doubleValue()));
  }

  private static byte[] numbers(BandedStep b) {
    return ByteBuffer.allocate(Integer.BYTES + 8 * Long.BYTES)
        .putInt(b.step())
        .putDouble(b.mean())
        .putDouble(b.p10())
        .putDouble(b.p50())
        .putDouble(b.p90())
        .putDouble(b.totalMean())
        .putDouble(b.totalP10())
        .putDouble(b.totalP50())
        .putDouble(b.totalP90())
        .array();
  }

  /** Text with its length before it, so that no two rows run together. */
  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

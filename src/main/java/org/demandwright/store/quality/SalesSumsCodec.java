package org.demandwright.store.quality;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.RepeatSums;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;

/** Sums of sales as bytes: exact. */
final class SalesSumsCodec {
  private static final int VERSION = 1;

  private SalesSumsCodec() {}

  private interface Part<T> {
    void write(T value) throws IOException;
  }

  static byte[] of(SalesSums sums) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new Writer(out, sums.span().first()).write(sums);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
    return bytes.toByteArray();
  }

  static SalesSums sums(ThirteenWeeks span, byte[] bytes) {
    return new Reader(ByteBuffer.wrap(bytes), span.first()).sums(span);
  }

  /** Reads days and returns, which come first, and nothing else. */
  static SalesDays days(ThirteenWeeks span, byte[] bytes) {
    return new Reader(ByteBuffer.wrap(bytes), span.first()).days();
  }

  private record Writer(DataOutputStream out, LocalDate first) {
    void write(SalesSums sums) throws IOException {
      out.writeByte(VERSION);
      all(sums.days(), this::day);
      all(sums.returns(), this::returned);
      all(sums.weeks(), this::week);
      repeats(sums.repeats());
    }

    private void day(SalesSums.Day d) throws IOException {
      date(d.day());
      number(d.gross());
      number(d.returned());
      number(d.promoted());
      count(d.lines());
      count(d.sales());
    }

    private void returned(SalesSums.TakenBack t) throws IOException {
      date(t.day());
      out.writeLong(t.saleDay().toEpochDay());
      number(t.units());
      count(t.lines());
    }

    private void week(SalesSums.Week w) throws IOException {
      date(w.monday());
      out.writeUTF(w.customer());
      amount(w.ofCustomer());
      all(List.copyOf(w.prices().entrySet()), this::price);
    }

    private void price(Map.Entry<String, SalesSums.Amount> price) throws IOException {
      out.writeUTF(price.getKey());
      amount(price.getValue());
    }

    private void amount(SalesSums.Amount a) throws IOException {
      count(a.lines());
      number(a.units());
      number(a.money());
    }

    private void repeats(RepeatSums r) throws IOException {
      count(r.lines());
      count(r.documents());
      count(r.pairs());
      count(r.surplus());
      count(r.flagged());
      count(r.involved());
      if (r.surplus() > 0) {
        date(r.first());
        date(r.last());
      }
      all(r.quantities(), this::tally);
    }

    private void tally(RepeatSums.Tally t) throws IOException {
      number(t.quantity());
      count(t.lines());
      count(t.documents());
      count(t.surplus());
    }

    private <T> void all(List<T> values, Part<T> part) throws IOException {
      count(values.size());
      for (T value : values) {
        part.write(value);
      }
    }

    private void date(LocalDate day) throws IOException {
      out.writeByte((int) (day.toEpochDay() - first.toEpochDay()));
    }

    /** Seven bits a byte, the lowest first. */
    private void count(long number) throws IOException {
      long rest = number;
      while (rest > Byte.MAX_VALUE) {
        out.writeByte((int) (rest & Byte.MAX_VALUE) | Byte.MIN_VALUE);
        rest >>>= Byte.SIZE - 1;
      }
      out.writeByte((int) rest);
    }

    private void number(BigDecimal number) throws IOException {
      BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      byte[] digits = shortest.unscaledValue().toByteArray();
      out.writeByte(shortest.scale());
      out.writeByte(digits.length);
      out.write(digits);
    }
  }

  private record Reader(ByteBuffer in, LocalDate first) {
    SalesSums sums(ThirteenWeeks span) {
      SalesDays days = days();
      return new SalesSums(span, days.days(), days.returns(), all(this::week), repeats());
    }

    SalesDays days() {
      int version = in.get();
      if (version != VERSION) {
        throw new IllegalStateException("sums of sales in form " + version + " are unknown here");
      }
      return new SalesDays(all(this::day), all(this::returned));
    }

    private SalesSums.Day day() {
      return new SalesSums.Day(date(), number(), number(), number(), (int) count(), (int) count());
    }

    private SalesSums.TakenBack returned() {
      return new SalesSums.TakenBack(
          date(), LocalDate.ofEpochDay(in.getLong()), number(), (int) count());
    }

    private SalesSums.Week week() {
      LocalDate monday = date();
      String customer = text();
      SalesSums.Amount amount = amount();
      Map<String, SalesSums.Amount> prices = new TreeMap<>();
      for (long left = count(); left > 0; left--) {
        prices.put(text(), amount());
      }
      return new SalesSums.Week(monday, customer, amount, prices);
    }

    private SalesSums.Amount amount() {
      return new SalesSums.Amount(count(), number(), number());
    }

    private RepeatSums repeats() {
      long lines = count();
      long documents = count();
      long pairs = count();
      long surplus = count();
      long flagged = count();
      long involved = count();
      return new RepeatSums(
          lines,
          documents,
          pairs,
          surplus,
          flagged,
          involved,
          surplus > 0 ? date() : null,
          surplus > 0 ? date() : null,
          all(this::tally));
    }

    private RepeatSums.Tally tally() {
      return new RepeatSums.Tally(number(), count(), count(), count());
    }

    private <T> List<T> all(Supplier<T> part) {
      List<T> values = new ArrayList<>();
      for (long left = count(); left > 0; left--) {
        values.add(part.get());
      }
      return values;
    }

    /** As {@link DataOutputStream#writeUTF} wrote it. */
    private String text() {
      int start = in.position();
      int length = Short.toUnsignedInt(in.getShort());
      in.position(start + Short.BYTES + length);
      try {
        return DataInputStream.readUTF(
            new DataInputStream(new ByteArrayInputStream(in.array(), start, Short.BYTES + length)));
      } catch (IOException e) {
        throw new UncheckedIOException("a text in sums of sales", e);
      }
    }

    private LocalDate date() {
      return first.plusDays(in.get());
    }

    private long count() {
      long number = 0;
      int shift = 0;
      byte next = in.get();
      while (next < 0) {
        number |= (long) (next & Byte.MAX_VALUE) << shift;
        shift += Byte.SIZE - 1;
        next = in.get();
      }
      return number | (long) next << shift;
    }

    private BigDecimal number() {
      int scale = in.get();
      int length = in.get();
      if (length <= Long.BYTES) {
        long digits = in.get();
        for (int i = 1; i < length; i++) {
          digits = digits << Byte.SIZE | in.get() & 0xFF;
        }
        return BigDecimal.valueOf(digits, scale);
      }
      byte[] digits = new byte[length];
      in.get(digits);
      return new BigDecimal(new BigInteger(digits), scale);
    }
  }
}

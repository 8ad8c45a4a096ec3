package org.demandwright.store.quality;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.RepeatSums;
import org.demandwright.core.quality.SalesSums;

/** Sums of sales as bytes: exact. */
final class SalesSumsCodec {
  private static final int VERSION = 1;

  private SalesSumsCodec() {}

  private interface Part<T> {
    void write(T value) throws IOException;
  }

  private interface Parts<T> {
    T read() throws IOException;
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
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Reader(in, span.first()).read(span);
    } catch (IOException e) {
      throw new UncheckedIOException("sums of sales that end early", e);
    }
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

  private record Reader(DataInputStream in, LocalDate first) {
    SalesSums read(ThirteenWeeks span) throws IOException {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException("sums of sales in form " + version + " are unknown here");
      }
      return new SalesSums(span, all(this::day), all(this::returned), all(this::week), repeats());
    }

    private SalesSums.Day day() throws IOException {
      return new SalesSums.Day(date(), number(), number(), number(), (int) count(), (int) count());
    }

    private SalesSums.TakenBack returned() throws IOException {
      return new SalesSums.TakenBack(
          date(), LocalDate.ofEpochDay(in.readLong()), number(), (int) count());
    }

    private SalesSums.Week week() throws IOException {
      LocalDate monday = date();
      String customer = in.readUTF();
      SalesSums.Amount amount = amount();
      Map<String, SalesSums.Amount> prices = new TreeMap<>();
      for (long left = count(); left > 0; left--) {
        prices.put(in.readUTF(), amount());
      }
      return new SalesSums.Week(monday, customer, amount, prices);
    }

    private SalesSums.Amount amount() throws IOException {
      return new SalesSums.Amount(count(), number(), number());
    }

    private RepeatSums repeats() throws IOException {
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

    private RepeatSums.Tally tally() throws IOException {
      return new RepeatSums.Tally(number(), count(), count(), count());
    }

    private <T> List<T> all(Parts<T> part) throws IOException {
      List<T> values = new ArrayList<>();
      for (long left = count(); left > 0; left--) {
        values.add(part.read());
      }
      return values;
    }

    private LocalDate date() throws IOException {
      return first.plusDays(in.readByte());
    }

    private long count() throws IOException {
      long number = 0;
      int shift = 0;
      byte next = in.readByte();
      while (next < 0) {
        number |= (long) (next & Byte.MAX_VALUE) << shift;
        shift += Byte.SIZE - 1;
        next = in.readByte();
      }
      return number | (long) next << shift;
    }

    private BigDecimal number() throws IOException {
      int scale = in.readByte();
      byte[] digits = new byte[in.readByte()];
      in.readFully(digits);
      return new BigDecimal(new BigInteger(digits), scale);
    }
  }
}

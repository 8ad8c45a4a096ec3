package org.demandwright.store.forecast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Outlook;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.SilenceRule;
import org.demandwright.core.evaluate.SiteActivity;

/** What a panel lets expect, as bytes, exact to the bit; the first byte is the format's version. */
final class OutlookCodec {
  private static final int FORMAT = 3;

  private OutlookCodec() {}

  static byte[] bytes(PanelOutlook outlook) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      write(out, outlook.whole());
      write(out, outlook.brief());
      silence(out, outlook.silence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Outlook outlook) throws IOException {
    texts(out, outlook.models());
    texts(out, outlook.traits());
    numbers(out, outlook.mean());
    numbers(out, outlook.deviation());
    out.writeInt(outlook.equations().size());
    for (var equation : new TreeMap<>(outlook.equations()).entrySet()) {
      out.writeUTF(equation.getKey());
      numbers(out, equation.getValue());
    }
    out.writeInt(outlook.barred().size());
    for (Outlook.Bar bar : outlook.barred()) {
      texts(out, List.of(bar.pattern().name(), bar.modelId(), bar.because().text()));
    }
    out.writeInt(outlook.tests());
  }

  static PanelOutlook outlook(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new IllegalStateException(
            "an outlook of format " + format + " was stored; run train-models again");
      }
      return new PanelOutlook(read(in), read(in), silence(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outlook read(DataInputStream in) throws IOException {
    List<String> models = texts(in);
    List<String> traits = texts(in);
    List<Double> mean = numbers(in);
    List<Double> deviation = numbers(in);
    Map<String, List<Double>> equations = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      equations.put(in.readUTF(), numbers(in));
    }
    List<Outlook.Bar> barred = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      List<String> bar = texts(in);
      barred.add(
          new Outlook.Bar(DemandPattern.valueOf(bar.get(0)), bar.get(1), Words.parse(bar.get(2))));
    }
    return new Outlook(models, traits, mean, deviation, equations, barred, in.readInt());
  }

  private static void silence(DataOutputStream out, SilenceRule rule) throws IOException {
    out.writeDouble(rule.limit());
    var sites = new TreeMap<>(rule.activity().bySite());
    out.writeInt(sites.size());
    for (var site : sites.entrySet()) {
      out.writeUTF(site.getKey());
      numbers(out, site.getValue().stream().boxed().toList());
    }
  }

  private static SilenceRule silence(DataInputStream in) throws IOException {
    double limit = in.readDouble();
    Map<String, DoubleVector> sites = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      String site = in.readUTF();
      sites.put(site, DoubleVector.of(toArray(numbers(in))));
    }
    return new SilenceRule(limit, new SiteActivity(sites));
  }

  private static double[] toArray(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static void numbers(DataOutputStream out, List<Double> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static List<Double> numbers(DataInputStream in) throws IOException {
    List<Double> numbers = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      numbers.add(in.readDouble());
    }
    return numbers;
  }
}

package org.demandwright.rest.decide;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.store.decide.Handover;

/** Files in which what is handed over goes to an ERP by that ERP's own import. */
public enum HandoverForm {
  /**
   * Requests for quotation of Odoo (14 to 18): <i>Purchase › Requests for Quotation › Import
   * records</i>. A vendor's lines make one order; the columns are Odoo's field names, {@code .id}
   * its own keys. The import asks for no warehouse: make a file a site, and set it on the orders.
   */
  ODOO("text/csv", "odoo-purchase-orders.csv") {
    @Override
    void requireItsKeys(Handover handed) {
      for (String key : List.of(handed.vendorId(), handed.itemId())) {
        if (!KEY.matcher(key).matches()) {
          throw new Refused(
              Refused.Kind.CONFLICT,
              "What waits as %d names %s, which is no key of Odoo: this form is for its own items and vendors. Take the list as CSV, or ask for the company that is in Odoo."
                  .formatted(handed.handoverNo(), key));
        }
      }
    }

    @Override
    void write(OutputStream output, Lines lines) throws IOException {
      List<Handover> bought = new ArrayList<>();
      lines.each(bought::add);
      bought.sort(
          Comparator.comparing(Handover::orgId)
              .thenComparing(Handover::vendorId)
              .thenComparing(Handover::siteId)
              .thenComparing(Handover::handoverNo));
      CsvWriter csv = csv(output);
      csv.writeRecord(
          "id",
          "partner_id/.id",
          "origin",
          "date_order",
          "order_line/product_id/.id",
          "order_line/product_qty",
          "order_line/date_planned");
      Handover before = null;
      for (Handover h : bought) {
        boolean goesOn =
            before != null
                && Objects.equals(before.orgId(), h.orgId())
                && Objects.equals(before.vendorId(), h.vendorId())
                && Objects.equals(before.siteId(), h.siteId());
        csv.writeRecord(
            goesOn ? "" : "demandwright.handover_" + h.handoverNo(),
            goesOn ? "" : h.vendorId(),
            goesOn ? "" : "Demandwright " + h.handoverNo(),
            goesOn ? "" : h.orderOn() + " 00:00:00",
            h.itemId(),
            Decimals.plain(h.quantity()),
            h.arriveOn() + " 00:00:00");
        before = h;
      }
      csv.flush();
    }
  },

  /**
   * Requirements of OFBiz: <i>Webtools › XML Data Import</i>. They are proposed ones, which its
   * purchasing turns into orders.
   */
  OFBIZ(MediaType.APPLICATION_XML, "ofbiz-requirements.xml") {
    @Override
    void write(OutputStream output, Lines lines) throws IOException {
      try {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(output, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("entity-engine-xml");
        lines.each(handed -> requirement(xml, handed));
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }
  };

  private static final Pattern KEY = Pattern.compile("[0-9]{1,18}");

  private final String mediaType;
  private final String fileName;

  HandoverForm(String mediaType, String fileName) {
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  /** Hands on what is to be written, in its order. */
  @FunctionalInterface
  interface Lines {
    void each(Consumer<Handover> consumer);
  }

  String mediaType() {
    return mediaType;
  }

  String fileName() {
    return fileName;
  }

  /** Returns what the import takes: what is bought. */
  SuggestionKind kind() {
    return SuggestionKind.BUY;
  }

  /**
   * Does nothing where the import can know the item and the vendor.
   *
   * @throws Refused CONFLICT where they are those of another ERP
   */
  void requireItsKeys(Handover handed) {}

  abstract void write(OutputStream output, Lines lines) throws IOException;

  private static CsvWriter csv(OutputStream output) {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.CRLF)
        .build(new OutputStreamWriter(output, StandardCharsets.UTF_8));
  }

  private static void requirement(XMLStreamWriter xml, Handover h) {
    try {
      xml.writeEmptyElement("Requirement");
      xml.writeAttribute("requirementId", "DW" + h.handoverNo());
      xml.writeAttribute("requirementTypeId", "PRODUCT_REQUIREMENT");
      xml.writeAttribute("statusId", "REQ_PROPOSED");
      xml.writeAttribute("facilityId", h.siteId());
      xml.writeAttribute("productId", h.itemId());
      xml.writeAttribute("quantity", Decimals.plain(h.quantity()));
      xml.writeAttribute("requirementStartDate", midnight(h.orderOn()));
      xml.writeAttribute("requiredByDate", midnight(h.arriveOn()));
      xml.writeAttribute("description", "Demandwright " + h.handoverNo());
      if (h.vendorId() != null) {
        xml.writeEmptyElement("RequirementRole");
        xml.writeAttribute("requirementId", "DW" + h.handoverNo());
        xml.writeAttribute("partyId", h.vendorId());
        xml.writeAttribute("roleTypeId", "SUPPLIER");
        xml.writeAttribute("fromDate", midnight(h.orderOn()));
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String midnight(LocalDate day) {
    return day + " 00:00:00.0";
  }
}

package org.demandwright.rest.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.demandwright.core.demand.LineKind;
import org.demandwright.store.source.PushedLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sales line to push; its members are the columns of {@code dw_sales_line}.
 *
 * @param source into which it is pushed, {@code push} where it is left out
 * @param orgId company; left out where there is one alone
 * @param lineNo identity within the document
 * @param lineKind ORDER where it is left out
 * @param demandDate the day for which the goods are wanted; of a line that counts it must be there
 * @param originalDate of a return: the demand date of the sale that it takes back
 * @param itemId the item; of a line that counts it must be there
 * @param quantity base units, of a return negative; 0 with a reason deletes the line
 * @param unitPriceNet without tax, in the currency, of one base unit
 * @param excludedBecause why it is no demand, such as SAMPLE
 * @param reason why the line is deleted
 */
@Schema(
    example =
        "{\"documentNo\": \"SO-1001\", \"lineNo\": \"1\", \"demandDate\": \"2027-07-01\","
            + " \"itemId\": \"I0001\", \"siteId\": \"S1\", \"quantity\": \"12\", \"uomId\":"
            + " \"EA\"}")
public record NewSalesLine(
    Optional<String> source,
    Optional<String> orgId,
    String documentNo,
    String lineNo,
    Optional<LineKind> lineKind,
    Optional<LocalDate> orderDate,
    Optional<LocalDate> demandDate,
    Optional<LocalDate> originalDate,
    Optional<String> itemId,
    Optional<String> siteId,
    Optional<String> customerId,
    Optional<String> channelId,
    Optional<BigDecimal> quantity,
    Optional<String> uomId,
    Optional<BigDecimal> unitPriceNet,
    Optional<BigDecimal> netAmount,
    Optional<String> currency,
    Optional<Boolean> onPromotion,
    Optional<Boolean> dropShip,
    Optional<Boolean> isKit,
    Optional<String> flags,
    Optional<String> excludedBecause,
    Optional<String> reason) {
  private static final String USUAL_SOURCE = "push";

  /** When it is received, the use case says. */
  private static final LocalDateTime NOT_YET = LocalDateTime.of(1, 1, 1, 0, 0);

  PushedLine line() {
    boolean deleted =
        reason.isPresent() && quantity.filter(number -> number.signum() == 0).isPresent();
    return new PushedLine(
        0,
        source.orElse(USUAL_SOURCE),
        orgId.orElse(""),
        documentNo,
        lineNo,
        lineKind.orElse(LineKind.ORDER).name(),
        orderDate.orElse(null),
        demandDate.orElse(null),
        originalDate.orElse(null),
        itemId.orElse(null),
        siteId.orElse(null),
        customerId.orElse(null),
        channelId.orElse(null),
        quantity.orElse(null),
        uomId.orElse(null),
        unitPriceNet.orElse(null),
        netAmount.orElse(null),
        currency.orElse(null),
        onPromotion.orElse(false),
        dropShip.orElse(false),
        isKit.orElse(false),
        flags.orElse(null),
        deleted ? PushedLine.DELETED : excludedBecause.orElse(null),
        NOT_YET,
        reason.orElse(null),
        "");
  }
}

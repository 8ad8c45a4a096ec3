package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.RateStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exchange rates, by which money of several currencies is compared. */
@Path("exchange-rates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Exchange rates")
public class ExchangeRatesResource {
  private static final int MOST = 5_000;

  @Inject ReportingCurrency reporting;
  @Context SecurityContext caller;

  /**
   * A rate that counts.
   *
   * @param rate so much of {@code to} is one unit of {@code from} worth
   * @param validFrom the first day on which it holds
   * @param enteredBy who entered it, absent where the ERP says it
   */
  public record Rate(
      String from,
      String to,
      LocalDate validFrom,
      BigDecimal rate,
      String enteredBy,
      Instant enteredAt) {
    static Rate of(RateStore.Entry entry) {
      ExchangeRate rate = entry.rate();
      return new Rate(
          rate.from(),
          rate.to(),
          rate.validFrom(),
          rate.rate(),
          entry.enteredBy().orElse(null),
          entry.enteredAt().orElse(null));
    }
  }

  /**
   * A rate to enter.
   *
   * @param rate more than 0
   */
  @Schema(
      example =
          "{\"from\": \"USD\", \"to\": \"EUR\", \"validFrom\": \"2027-07-01\", \"rate\": \"0.92\"}")
  public record NewRate(String from, String to, LocalDate validFrom, BigDecimal rate) {
    ExchangeRate exchangeRate() {
      try {
        return new ExchangeRate(from, to, validFrom, rate);
      } catch (IllegalArgumentException e) {
        throw Refused.because("rates", e.getMessage() + ".");
      }
    }
  }

  /**
   * Rates to enter, all or none; one of the same two currencies and day is replaced.
   *
   * @param rates from 1 to 5,000
   */
  @Schema(
      example =
          "{\"rates\": [{\"from\": \"USD\", \"to\": \"EUR\", \"validFrom\": \"2027-07-01\","
              + " \"rate\": \"0.92\"}]}")
  public record NewRates(List<NewRate> rates) {}

  /** How many rates were entered. */
  public record Entered(int rates) {}

  /**
   * What one unit of a currency is worth on a day.
   *
   * @param factor an amount of {@code from} is multiplied by it
   * @param oldest the first day of the oldest rate that took part
   * @param by the rates that took part; none of a currency in itself
   */
  public record Conversion(
      String from, String to, LocalDate day, BigDecimal factor, LocalDate oldest, List<Part> by) {}

  /** A rate that took part in a conversion. */
  public record Part(String from, String to, LocalDate validFrom, BigDecimal rate) {
    static Part of(ExchangeRate rate) {
      return new Part(rate.from(), rate.to(), rate.validFrom(), rate.rate());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-validFrom,from,to")
  @Operation(
      operationId = "listExchangeRates",
      summary = "Exchange rates that count, the newest day first")
  public Listing<Rate> all(@BeanParam ListRequest list) {
    return list.list(Rate.class, (cursor, limit) -> reporting.rates(cursor, limit).map(Rate::of));
  }

  @GET
  @Path("conversion")
  @Operation(
      operationId = "getConversion",
      summary = "What one unit of a currency is worth in another on a day, and by which rates",
      description =
          "Looked for is the rate itself, then the inverse of that of the other direction, then the"
              + " way over one third currency. 404 where no rate says it: then nothing is summed.")
  public Conversion conversion(
      @QueryParam("from") Optional<String> from,
      @QueryParam("to") Optional<String> to,
      @QueryParam("day") Optional<LocalDate> day) {
    String one = from.orElseThrow(() -> ReportingCurrency.needs("from"));
    String other = to.or(reporting::code).orElseThrow(() -> ReportingCurrency.needs("to"));
    LocalDate on = day.orElseGet(reporting::today);
    ExchangeRates.Conversion conversion = reporting.conversion(on, one, other);
    return new Conversion(
        one,
        other,
        on,
        conversion.factor(),
        conversion.oldest(),
        conversion.used().stream().map(Part::of).toList());
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, CsvBodies.CSV})
  @OfAllData
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "enterExchangeRates",
      summary = "Enter exchange rates, all or none; they count before what the ERP says",
      description =
          "As JSON, or as text/csv with the heading from,to,validFrom,rate. One of the same two"
              + " currencies and day is replaced.")
  public Entered enter(NewRates body) {
    if (body.rates().isEmpty() || body.rates().size() > MOST) {
      throw ReportingCurrency.tooMany(body.rates().size(), MOST);
    }
    reporting.enter(
        body.rates().stream().map(NewRate::exchangeRate).toList(),
        caller.getUserPrincipal().getName());
    return new Entered(body.rates().size());
  }

  @DELETE
  @Path("{from}/{to}/{validFrom}")
  @OfAllData
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteExchangeRate",
      summary = "Take an entered rate away; what the ERP says of the day counts again")
  public void remove(
      @PathParam("from") String from,
      @PathParam("to") String to,
      @PathParam("validFrom") LocalDate validFrom) {
    reporting.remove(from, to, validFrom);
  }
}

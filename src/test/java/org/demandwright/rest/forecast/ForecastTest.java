package org.demandwright.rest.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.PlanByRecord;
import org.demandwright.app.forecast.PublishedForecast;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.core.Words;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.rest.forecast.ForecastsResource.Forecast;
import org.demandwright.rest.wire.WireText;
import org.demandwright.store.forecast.ForecastStore;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

  @Test
  void aLineHasTheColumnsOfTheJson() throws IOException {
    PlanByRecord planBy =
        new PlanByRecord(
            Optional.of(new BigDecimal("2.50")),
            2,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "By 2.5");
    assertThat(csv(published(true, planBy), Share.ALL))
        .isEqualTo(
            "kind,id,seriesId,org,item,itemCode,category,site,channel,uom,step,periodStart,"
                + "periodEnd,baseline,override,final,overrideId,mean,p10,p50,p90,totalMean,totalP10,totalP50,totalP90,openDemand,"
                + "totalOpenDemand,method,reason,verdict,changedAt,usable,planByRate,planByPeriods,"
                + "planByMin,planByMax,planByTried,planByText\r\n"
                + "FORECAST,12-1-2027-01-04,1,main,cup,CUP-1,,north,,EA,1,2027-01-04,2027-01-10,4.000001,,4.000001,,"
                + "4.000001,1,4,9,"
                + "4.000001,1,4,9,3,3,Naive,It is so.,DO_NOT_FORECAST,2027-01-05T00:00:00Z,false,"
                + "2.5,2,,,,By 2.5\r\n");
  }

  @Test
  void whatIsOpenIsTakenOffAndNeverMoreThanThereIs() throws IOException {
    assertThat(csv(published(true, null), Share.NET_OF_OPEN))
        .contains(",1.000001,,1.000001,,1.000001,0,1,6,1.000001,0,1,6,3,3,");
  }

  @Test
  void figuresThatAreNotShownAreEmpty() throws IOException {
    assertThat(csv(published(false, null), Share.ALL)).contains("2027-01-10,,,,,,,,,,,,,3,3,Naive");
  }

  private static PublishedForecast published(boolean withFigures, PlanByRecord planBy) {
    ForecastStore.Row row =
        new ForecastStore.Row(
            new ForecastStore.Series(
                1,
                "main",
                "cup",
                "CUP-1",
                "",
                "north",
                "",
                "EA",
                "Naive",
                Words.parse("It is so."),
                Verdict.DO_NOT_FORECAST),
            MONDAY,
            MONDAY.plusDays(6),
            new BandedStep(1, 4.0000011, 1, 4, 9, 4.0000011, 1, 4, 9),
            new OpenDemand.Step(new BigDecimal("3.00"), new BigDecimal("3.00")),
            Optional.empty(),
            Optional.empty());
    return new PublishedForecast(
        row, withFigures, Instant.parse("2027-01-05T00:00:00Z"), Optional.ofNullable(planBy));
  }

  private static String csv(PublishedForecast row, Share share) throws IOException {
    return WireText.csv(Forecast.class, List.of(Forecast.of(12, row, share)));
  }
}

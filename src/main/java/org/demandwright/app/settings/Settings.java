package org.demandwright.app.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Everything that an administrator has set, read once by MicroProfile Config: a system property
 * such as {@code dw.schedule.cron} or an environment variable such as {@code DW_SCHEDULE_CRON}.
 */
@ApplicationScoped
public class Settings {
  private StoreSettings store;
  private SecuritySettings security;
  private OidcSettings oidc;
  private ErpSettings erp;
  private OtherErpSettings otherErps;
  private FileSettings files;
  private ScheduleSettings schedule;
  private IntakeSettings intake;
  private CalendarSettings calendar;
  private ForecastSettings forecast;
  private PublicationSettings publication;
  private ReportingSettings reporting;
  private OverrideSettings overrides;
  private ExceptionSettings exceptions;
  private DecisionSettings decisions;
  private NeighbourSettings neighbours;
  private TransferSettings transfers;
  private ExchangeSettings exchange;

  /**
   * Reads what is set.
   *
   * @throws IllegalStateException naming every key whose value is not allowed
   */
  @Inject
  public Settings(Config config) {
    refuseWrong(config);
    this.store = StoreSettings.in(config);
    this.security = SecuritySettings.in(config);
    this.oidc = OidcSettings.in(config);
    this.erp = ErpSettings.in(config);
    this.otherErps = OtherErpSettings.in(config);
    this.files = FileSettings.in(config, erp.user());
    this.schedule = ScheduleSettings.in(config);
    this.intake = IntakeSettings.in(config, schedule.zone());
    this.calendar = CalendarSettings.in(config);
    this.forecast = ForecastSettings.in(config);
    this.publication = PublicationSettings.in(config);
    this.reporting = ReportingSettings.in(config);
    this.overrides = OverrideSettings.in(config);
    this.exceptions = ExceptionSettings.in(config);
    this.decisions = DecisionSettings.in(config);
    this.neighbours = NeighbourSettings.in(config);
    this.transfers = TransferSettings.in(config);
    this.exchange = ExchangeSettings.in(config);
  }

  Settings() {}

  private static void refuseWrong(Config config) {
    List<String> wrong =
        Concern.all().stream()
            .flatMap(concern -> concern.settings().stream())
            .flatMap(setting -> wrong(setting, config).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.stream().collect(Collectors.joining("; ")));
    }
  }

  private static Optional<String> wrong(Setting<?> setting, Config config) {
    try {
      setting.in(config);
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
  }

  public StoreSettings store() {
    return store;
  }

  public SecuritySettings security() {
    return security;
  }

  public OidcSettings oidc() {
    return oidc;
  }

  public ErpSettings erp() {
    return erp;
  }

  public OtherErpSettings otherErps() {
    return otherErps;
  }

  public FileSettings files() {
    return files;
  }

  public ScheduleSettings schedule() {
    return schedule;
  }

  public IntakeSettings intake() {
    return intake;
  }

  public CalendarSettings calendar() {
    return calendar;
  }

  public ForecastSettings forecast() {
    return forecast;
  }

  public PublicationSettings publication() {
    return publication;
  }

  public ReportingSettings reporting() {
    return reporting;
  }

  public OverrideSettings overrides() {
    return overrides;
  }

  public ExceptionSettings exceptions() {
    return exceptions;
  }

  public DecisionSettings decisions() {
    return decisions;
  }

  public NeighbourSettings neighbours() {
    return neighbours;
  }

  public TransferSettings transfers() {
    return transfers;
  }

  public ExchangeSettings exchange() {
    return exchange;
  }
}

package org.demandwright.console.source;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpAdapters;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.app.source.ErpTarget;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Texts;
import org.demandwright.erp.adapter.ErpReport;
import org.demandwright.erp.adapter.ViewInstallation;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Prepares {@code admin/erp.xhtml}: what is connected, and the views to print or install. */
@Named
@ViewScoped
public class ErpPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject ErpConnection connection;
  @Inject ErpAdapters adapters;

  private String url;
  private String jndi;
  private String user;
  private transient String password;
  private String chosen;
  private String grantTo;
  private boolean replaceForeign;
  private boolean resetSettings;
  private final Map<String, String> parameters = new HashMap<>();
  private transient ErpAdapters.Known known;
  private transient ErpReport check;
  private transient ViewInstallation.Result installation;

  /** One version of one adapter, as the menu offers it. */
  public record Choice(String key, String label, boolean draft, ErpAdapters.Adapter adapter) {}

  /** Checks; the recognised adapter becomes the chosen one. */
  public void check() {
    try {
      installation = null;
      check = connection.check(target(), caller());
      check.recognition().candidates().stream()
          .findFirst()
          .ifPresent(found -> chosen = found.adapter().erp() + "/" + found.version().id());
    } catch (Refused refused) {
      check = null;
      Messages.refused(refused);
    }
  }

  /** Says what an installation would do. */
  public void rehearse() {
    run(true);
  }

  public void install() {
    run(false);
  }

  private void run(boolean dryRun) {
    Optional<Choice> choice = getChoice();
    if (choice.isEmpty()) {
      Messages.error(Texts.of("erp.choose"));
      return;
    }
    try {
      installation = connection.install(target(), wish(choice.get(), dryRun), caller());
      tell();
    } catch (Refused refused) {
      installation = null;
      Messages.refused(refused);
    }
  }

  private void tell() {
    if (installation.failure().isPresent()) {
      Messages.error(installation.failure().get());
      return;
    }
    Messages.done(
        installation.dryRun() ? "erp.tried" : "erp.installed",
        installation.creates().size(),
        installation.replaces().size(),
        installation.keeps().size());
  }

  /** The password leaves the bean with the first use. */
  private ErpTarget target() {
    String once = text(password);
    password = null;
    return new ErpTarget(text(url), text(jndi), text(user), once);
  }

  private ErpConnection.Wish wish(Choice choice, boolean dryRun) {
    return new ErpConnection.Wish(
        choice.adapter().erp(),
        version(choice),
        given(),
        text(getGrantTo()),
        replaceForeign,
        resetSettings,
        dryRun);
  }

  /** The script of the chosen version as a file. */
  public StreamedContent getScript() {
    return file(
        getChoice()
            .map(c -> adapters.script(c.adapter().erp(), version(c), given()))
            .orElseThrow());
  }

  /** The script that takes the chosen version's views back. */
  public StreamedContent getDropScript() {
    return file(getChoice().map(c -> adapters.drop(c.adapter().erp(), version(c))).orElseThrow());
  }

  private static StreamedContent file(ErpAdapters.Script script) {
    byte[] bytes = script.text().getBytes(StandardCharsets.UTF_8);
    return DefaultStreamedContent.builder()
        .name(script.name())
        .contentType("text/plain;charset=UTF-8")
        .stream(() -> new ByteArrayInputStream(bytes))
        .build();
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>(parameters);
    given.values().removeIf(value -> value == null || value.isBlank());
    given.replaceAll((name, value) -> value.strip());
    return given;
  }

  /** Every version of every adapter. */
  public List<Choice> getChoices() {
    List<Choice> choices = new ArrayList<>();
    for (ErpAdapters.Adapter adapter : known().adapters()) {
      for (ErpAdapters.Version version : adapter.versions()) {
        String label = adapter.name() + " " + version.id();
        choices.add(
            new Choice(
                adapter.erp() + "/" + version.id(),
                version.draft() ? label + " (" + Texts.of("erp.draft") + ")" : label,
                version.draft(),
                adapter));
      }
    }
    return choices;
  }

  public Optional<Choice> getChoice() {
    return getChoices().stream().filter(c -> c.key().equals(chosen)).findFirst();
  }

  /** What is wrong with adapters that cannot be read. */
  public List<String> getUnreadable() {
    return known().problems();
  }

  /** Forgets what was filled in for the adapter chosen before. */
  public void choose() {
    parameters.clear();
    installation = null;
  }

  private static String version(Choice choice) {
    return choice.key().substring(choice.adapter().erp().length() + 1);
  }

  private ErpAdapters.Known known() {
    if (known == null) {
      known = adapters.known();
    }
    return known;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  public Optional<ErpReport> getResult() {
    return Optional.ofNullable(check);
  }

  public Optional<ViewInstallation.Result> getInstallation() {
    return Optional.ofNullable(installation);
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getJndi() {
    return jndi;
  }

  public void setJndi(String jndi) {
    this.jndi = jndi;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never shown again. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  /** The plugin's own user unless another is written. */
  public String getGrantTo() {
    return grantTo == null ? known().reader() : grantTo;
  }

  public void setGrantTo(String grantTo) {
    this.grantTo = text(grantTo);
  }

  public boolean isReplaceForeign() {
    return replaceForeign;
  }

  public void setReplaceForeign(boolean replaceForeign) {
    this.replaceForeign = replaceForeign;
  }

  public boolean isResetSettings() {
    return resetSettings;
  }

  public void setResetSettings(boolean resetSettings) {
    this.resetSettings = resetSettings;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }
}

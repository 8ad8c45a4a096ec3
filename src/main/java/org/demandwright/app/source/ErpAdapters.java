package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.adapter.AdapterCatalog;
import org.demandwright.erp.adapter.AdapterScript;
import org.demandwright.erp.adapter.ErpAdapter;
import org.demandwright.erp.adapter.ViewInstallation;

/** The adapters that are known, and their scripts to be printed. */
@ApplicationScoped
public class ErpAdapters {
  private final Settings settings;

  @Inject
  ErpAdapters(Settings settings) {
    this.settings = settings;
  }

  ErpAdapters() {
    this(null);
  }

  /**
   * Every adapter.
   *
   * @param problems adapters that cannot be read: file, key and what to write
   * @param reader as whom the plugin reads the ERP: who needs SELECT on the views
   */
  public record Known(List<Adapter> adapters, List<String> problems, String reader) {}

  /** One adapter: its folder, the name of its ERP, and what it runs on. */
  public record Adapter(
      String erp,
      String name,
      List<String> databases,
      List<Version> versions,
      List<Parameter> parameters) {}

  /** One version; a draft was never run on a real database. */
  public record Version(String id, boolean draft) {}

  /** One parameter of the scripts. */
  public record Parameter(String name, String byDefault, String about) {}

  /**
   * A script to be printed.
   *
   * @param name of the file
   */
  public record Script(String name, String text) {}

  /** Returns every adapter, read anew: a folder on disk may have changed. */
  public Known known() {
    AdapterCatalog catalog = catalog();
    return new Known(
        catalog.adapters().stream().map(ErpAdapters::adapter).toList(),
        catalog.problems(),
        settings.erp().user());
  }

  /** Returns the script of a version; scripts for extensions are all in it. */
  public Script script(String erp, String version, Map<String, String> parameters) {
    return script(
        () -> AdapterScript.of(catalog().adapter(erp), version, parameters, table -> true));
  }

  /** Returns the script that takes the views of a version back. */
  public Script drop(String erp, String version) {
    return script(() -> ViewInstallation.drop(catalog().adapter(erp), version));
  }

  AdapterCatalog catalog() {
    return AdapterCatalog.read(settings.erp().adapters());
  }

  private interface Composing {
    AdapterScript compose();
  }

  private static Script script(Composing composing) {
    try {
      AdapterScript script = composing.compose();
      return new Script(script.name(), script.text());
    } catch (UnusableErp wrong) {
      throw new Refused(Refused.Kind.INVALID, wrong.getMessage());
    }
  }

  private static Adapter adapter(ErpAdapter a) {
    return new Adapter(
        a.erp(),
        a.name(),
        a.databases().stream().map(Object::toString).sorted().toList(),
        a.versions().stream()
            .map(v -> new Version(v.id(), v.status() == ErpAdapter.Status.DRAFT))
            .toList(),
        a.parameters().stream()
            .map(p -> new Parameter(p.name(), p.byDefault(), p.about()))
            .toList());
  }
}

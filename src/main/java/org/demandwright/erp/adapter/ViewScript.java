package org.demandwright.erp.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.UnusableErp;

/**
 * The views that a script makes, in its order; one that is made and then replaced stands there
 * twice. A script that does anything else is not installed: the ERP gets views and nothing more.
 */
record ViewScript(List<NewView> views) {
  private static final Pattern CREATE_VIEW =
      Pattern.compile("(?is)^create\\s+(?:or\\s+replace\\s+)?view\\s+(dw_[a-z0-9_]+)\\b.*");

  /** One {@code create view}. */
  record NewView(String name, String statement) {
    /** Settings hold what the administrator has decided. */
    boolean isSetting() {
      return name.startsWith("dw_setting");
    }
  }

  ViewScript {
    views = List.copyOf(views);
  }

  static ViewScript of(AdapterScript script) {
    List<NewView> views = new ArrayList<>();
    for (String statement : script.statements().statements()) {
      Matcher create = CREATE_VIEW.matcher(statement);
      if (!create.matches()) {
        throw new UnusableErp(
            "%s has a statement that is not installed from here, because it is no create view dw_…: %s"
                .formatted(script.name(), statement.lines().findFirst().orElse("")));
      }
      views.add(new NewView(create.group(1).toLowerCase(Locale.ROOT), statement));
    }
    return new ViewScript(views);
  }

  List<String> names() {
    return views.stream().map(NewView::name).distinct().toList();
  }
}

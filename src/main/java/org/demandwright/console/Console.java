package org.demandwright.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.security.Sessions;
import org.demandwright.store.run.PlanStore;

/** What the frame of every page shows: who is logged in and what readers see just now. */
@Named
@RequestScoped
public class Console {
  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject Sessions sessions;
  @Inject ForecastPlans plans;

  /** Asked anew each time: a button on the page may just have changed it. */
  public Optional<VersionRecord> getPublished() {
    boolean readable =
        plans.readable().stream().anyMatch(plan -> plan.name().equals(PlanStore.DEFAULT));
    return readable ? queries.published(scope.get(), Optional.empty()) : Optional.empty();
  }

  public String getUser() {
    return external().getRemoteUser();
  }

  /** Whether this user looks after the installation, and sees all of it. */
  public boolean isAdmin() {
    return external().isUserInRole(Roles.ADMIN) && scope.get().isUnrestricted();
  }

  /** Leads from the root to the page that this user looks at first. */
  public String home() {
    return (isAdmin() ? "/admin/jobs" : "/planner/series") + "?faces-redirect=true";
  }

  /** Whether this user may change something, and does not only read. */
  public boolean isWriter() {
    return external().isUserInRole(Roles.ADMIN) || external().isUserInRole(Roles.PLANNER);
  }

  /** Ends the session. */
  public String logOut() {
    sessions.logOut((HttpServletRequest) external().getRequest());
    return "/login?faces-redirect=true";
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}

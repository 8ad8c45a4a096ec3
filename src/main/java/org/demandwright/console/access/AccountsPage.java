package org.demandwright.console.access;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.demandwright.app.Refused;
import org.demandwright.app.access.AccountRecord;
import org.demandwright.app.access.Accounts;
import org.demandwright.app.access.ApiClients;
import org.demandwright.app.access.AuditLog;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.security.Roles;
import org.demandwright.store.access.Account;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;

/**
 * Prepares {@code admin/accounts.xhtml}: people and systems that may log in, and what was done by
 * whom. What was drawn for somebody is shown once, and kept nowhere.
 */
@Named
@ViewScoped
public class AccountsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 20;

  @Inject Accounts accounts;
  @Inject ApiClients clients;
  @Inject AuditLog audit;

  private final Pager<AccountRecord> people = new Pager<>(cursor -> accounts.all(cursor, ROWS));
  private final Pager<ApiClients.Client> systems = new Pager<>(cursor -> clients.all(cursor, ROWS));
  private final Pager<AuditEvent> events = new Pager<>(cursor -> audit.all(filter(), cursor, ROWS));

  private String name;
  private List<String> roles = List.of(Roles.PLANNER);
  private final ScopeForm scope = new ScopeForm();
  private boolean system;
  private String who;

  /** What was drawn just now, and for whom; gone with the next request. */
  private transient String drawn;

  private transient String drawnFor;

  public Pager<AccountRecord> getPeople() {
    return people;
  }

  public Pager<ApiClients.Client> getSystems() {
    return systems;
  }

  public Pager<AuditEvent> getEvents() {
    return events;
  }

  private AuditEventStore.Filter filter() {
    return new AuditEventStore.Filter(
        Optional.ofNullable(who).map(String::strip).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Shows what one account did, or all where none is named. */
  public void look() {
    events.restart();
  }

  /** Every role that can be given. */
  public Set<String> getAllRoles() {
    return new TreeSet<>(Roles.ALL);
  }

  /** The roles of an account, in words. */
  public String roles(AccountRecord account) {
    return String.join(", ", new TreeSet<>(account.roles()));
  }

  public boolean isRetired(AccountRecord account) {
    return account.state() == Account.State.RETIRED;
  }

  public boolean isLocked(AccountRecord account) {
    return account.state() == Account.State.LOCKED;
  }

  /** Whether an account has a password here. */
  public boolean hasPassword(AccountRecord account) {
    return account.kind() == Account.Kind.LOCAL && !isRetired(account);
  }

  /** Makes the account that was filled in. */
  public void add() {
    String wanted = name == null ? "" : name.strip();
    attempt(
        "accounts.added",
        wanted,
        () ->
            system
                ? first(wanted)
                : accounts
                    .add(wanted, Set.copyOf(roles), scope.scope(), Optional.empty())
                    .password());
  }

  /** Makes a system with its first secret. */
  private String first(String wanted) {
    clients.add(wanted, Set.copyOf(roles), scope.scope(), Optional.empty());
    return clients.addKey(wanted, Optional.empty(), caller()).secret();
  }

  public void resetPassword(String account) {
    attempt("accounts.reset", account, () -> accounts.resetPassword(account).password());
  }

  public void addKey(String client) {
    attempt(
        "accounts.keyAdded",
        client,
        () -> clients.addKey(client, Optional.empty(), caller()).secret());
  }

  public void removeKey(String client, long keyId) {
    attempt("accounts.keyRemoved", client, silently(() -> clients.removeKey(client, keyId)));
  }

  /** Locks or unlocks a person or a system. */
  public void lock(AccountRecord account, boolean locked) {
    change(
        account,
        () ->
            new Accounts.Change(
                Optional.empty(), Optional.of(locked), Optional.empty(), Optional.empty()),
        locked ? "accounts.locked" : "accounts.unlocked");
  }

  /** Gives somebody the roles that are chosen in the form. */
  public void giveRoles(AccountRecord account) {
    change(
        account,
        () ->
            new Accounts.Change(
                Optional.of(Set.copyOf(roles)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
        "accounts.changed");
  }

  /** Lets somebody see the part of the data that the form names, and nothing else. */
  public void giveScope(AccountRecord account) {
    change(
        account,
        () ->
            new Accounts.Change(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(scope.scope())),
        "accounts.scopeChanged");
  }

  /** What an account may see, in words. */
  public String scope(AccountRecord account) {
    return ScopeForm.words(account.scope());
  }

  private void change(AccountRecord account, Supplier<Accounts.Change> wanted, String message) {
    attempt(
        message,
        account.name(),
        silently(
            () -> {
              if (account.kind() == Account.Kind.CLIENT) {
                clients.change(account.name(), wanted.get(), now -> same(account, now.account()));
              } else {
                accounts.change(account.name(), wanted.get(), now -> same(account, now));
              }
            }));
  }

  private static void same(AccountRecord shown, AccountRecord now) {
    if (shown.version() != now.version()) {
      throw new Refused(Refused.Kind.STALE, Texts.of("accounts.stale", shown.name()));
    }
  }

  /** Retires a person or a system for good. */
  public void retire(AccountRecord account) {
    attempt(
        "accounts.retired",
        account.name(),
        silently(
            () -> {
              if (account.kind() == Account.Kind.CLIENT) {
                clients.retire(account.name());
              } else {
                accounts.retire(account.name());
              }
            }));
  }

  private static Supplier<String> silently(Runnable work) {
    return () -> {
      work.run();
      return null;
    };
  }

  /** Does something and shows what was drawn by it, if anything was. */
  private void attempt(String message, String account, Supplier<String> work) {
    people.reload();
    systems.reload();
    events.restart();
    try {
      drawn = work.get();
      drawnFor = account;
      Messages.done(message, account);
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** What was drawn, empty where nothing was. */
  public String getDrawn() {
    return drawn;
  }

  /** Says whose it is. */
  public String getDrawnFor() {
    return drawnFor == null ? "" : Texts.of("accounts.drawn", drawnFor);
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<String> getRoles() {
    return roles;
  }

  public void setRoles(List<String> roles) {
    this.roles = roles == null ? List.of() : List.copyOf(roles);
  }

  public ScopeForm getScope() {
    return scope;
  }

  public boolean isSystem() {
    return system;
  }

  public void setSystem(boolean system) {
    this.system = system;
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }
}

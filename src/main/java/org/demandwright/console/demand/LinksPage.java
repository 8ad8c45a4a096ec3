package org.demandwright.console.demand;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.app.demand.LinkRecord;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Pager;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.security.CallerScope;
import org.demandwright.store.demand.LinkStore;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/**
 * Prepares {@code planner/lifecycle.xhtml}: which item follows, resembles or stands in for which.
 */
@Named
@ViewScoped
public class LinksPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 25;
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern ROW = Pattern.compile("rows/(\\d+).*");

  @Inject CallerScope scope;
  @Inject LifecycleLinks links;

  private final Pager<LinkRecord> list = new Pager<>(this::page);
  private LinkForm form = new LinkForm();
  private transient LinkRecord seen;
  private String item;
  private LifecycleLink.Kind kind;
  private transient Part upload;

  private Page<LinkRecord> page(Optional<String> cursor) {
    return links.page(scope.get(), filter(), cursor, ROWS);
  }

  private LinkStore.Filter filter() {
    return new LinkStore.Filter(
        Optional.empty(),
        Optional.ofNullable(item).map(String::strip).filter(t -> !t.isEmpty()),
        Optional.ofNullable(kind));
  }

  /** Looks again from the first page. */
  public void search() {
    list.restart();
  }

  /** Enters what was filled in, or changes the link that was chosen. */
  public void save() {
    try {
      if (form.isChange()) {
        links.change(scope.get(), form.getLinkId(), form.request(), caller(), this::requireSeen);
        list.reload();
      } else {
        links.add(scope.get(), form.request(), caller());
        list.restart();
      }
      form = new LinkForm();
    } catch (Refused wrong) {
      form.fail(wrong.getMessage());
    }
  }

  private void requireSeen(LinkRecord now) {
    if (!now.equals(seen)) {
      list.reload();
      throw new Refused(Refused.Kind.STALE, Texts.of("links.changed"));
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  /** Shows a link in the form, to be changed. */
  public void edit(LinkRecord link) {
    seen = link;
    form = LinkForm.of(link);
  }

  /** Empties the form. */
  public void cancel() {
    form = new LinkForm();
  }

  /** Removes a link. */
  public void remove(LinkRecord link) {
    try {
      seen = link;
      links.remove(scope.get(), link.linkId(), this::requireSeen);
      form = new LinkForm();
    } catch (Refused wrong) {
      Messages.refused(wrong);
    }
    list.restart();
  }

  /** Takes the table that was chosen in the browser: all of its links, or none. */
  public void send() {
    if (upload == null || upload.getSize() == 0) {
      Messages.error(Texts.of("files.chooseFile"));
      return;
    }
    try (InputStream bytes = upload.getInputStream()) {
      byte[] sent = bytes.readNBytes(MOST_BYTES + 1);
      if (sent.length > MOST_BYTES) {
        Messages.error(Texts.of("links.table.large"));
        return;
      }
      List<LinkRecord> written =
          links.write(
              scope.get(), LinkTable.read(new String(sent, StandardCharsets.UTF_8)), caller());
      Messages.done("links.table.taken", written.size());
      list.restart();
    } catch (IOException e) {
      Messages.error(Texts.of("files.notArrived", upload.getSubmittedFileName()));
    } catch (Refused refused) {
      Messages.error(told(refused));
    }
  }

  /** Rows are counted from 1 by who looks at a spreadsheet. */
  private static String told(Refused refused) {
    Matcher row = ROW.matcher(refused.field());
    return row.matches()
        ? Texts.of("links.table.row", Integer.parseInt(row.group(1)) + 1, refused.getMessage())
        : refused.getMessage();
  }

  /** What the list shows, with all of its pages, as a table. */
  public StreamedContent getTable() {
    return DefaultStreamedContent.builder()
        .name("lifecycle-links.csv")
        .contentType("text/csv;charset=UTF-8")
        .stream(
            () -> new ByteArrayInputStream(LinkTable.of(all()).getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private List<LinkRecord> all() {
    List<LinkRecord> all = new ArrayList<>();
    Page<LinkRecord> page = links.page(scope.get(), filter(), Optional.empty(), ROWS);
    all.addAll(page.rows());
    while (page.next().isPresent()) {
      page = links.page(scope.get(), filter(), page.next(), ROWS);
      all.addAll(page.rows());
    }
    return all;
  }

  public Pager<LinkRecord> getList() {
    return list;
  }

  public LinkForm getForm() {
    return form;
  }

  public LifecycleLink.Kind[] getKinds() {
    return LifecycleLink.Kind.values();
  }

  public LifecycleLink.Ramp.Shape[] getShapes() {
    return LifecycleLink.Ramp.Shape.values();
  }

  public String getItem() {
    return item;
  }

  public void setItem(String item) {
    this.item = item;
  }

  public LifecycleLink.Kind getKind() {
    return kind;
  }

  public void setKind(LifecycleLink.Kind kind) {
    this.kind = kind;
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
  }
}

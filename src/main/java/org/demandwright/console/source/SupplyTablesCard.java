package org.demandwright.console.source;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.source.SentSupply;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.supply.SentSupplyStore.Sent;

/** Prepares the tables of stock and supply on {@code admin/files.xhtml}. */
@Named
@ViewScoped
public class SupplyTablesCard implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 16 << 20;

  @Inject SentSupply supply;

  private SupplyTable table = SupplyTable.STOCK_LEVEL;
  private transient Part upload;

  /** A table that was sent, or can be. */
  public record Row(SupplyTable table, Optional<Sent> sent) {}

  /** The tables that can be sent, with what was sent of them. */
  public List<Row> getRows() {
    return SentSupply.tables().stream().map(t -> new Row(t, supply.find(t))).toList();
  }

  /** The tables that can be sent. */
  public List<SupplyTable> getTables() {
    return SentSupply.tables();
  }

  /** The columns that a table may have, those without which it is refused in front. */
  public String columns(SupplyTable of) {
    return names(of, true) + "; " + names(of, false);
  }

  private static String names(SupplyTable of, boolean needed) {
    return of.columns().stream()
        .filter(c -> SentSupply.isNeeded(c) == needed)
        .map(SupplyColumn::name)
        .collect(Collectors.joining(", "));
  }

  /** Takes the table that was chosen in the browser. */
  public void send() {
    if (upload == null || upload.getSize() == 0) {
      Messages.error(Texts.of("files.chooseFile"));
      return;
    }
    try (InputStream bytes = upload.getInputStream()) {
      byte[] sent = bytes.readNBytes(MOST_BYTES + 1);
      if (sent.length > MOST_BYTES) {
        Messages.error(Texts.of("supply.large", MOST_BYTES >> 20));
        return;
      }
      Sent kept = supply.replace(table, sent, Expected.anything(), caller());
      Messages.done("supply.taken", kept.rows(), Texts.of("supply.table." + table));
    } catch (IOException e) {
      Messages.error(Texts.of("files.notArrived", upload.getSubmittedFileName()));
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** Forgets what was sent of a table. */
  public void remove(SupplyTable of) {
    try {
      supply.forget(of, Expected.anything());
      Messages.done("supply.removed", Texts.of("supply.table." + of));
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal().getName();
  }

  public SupplyTable getTable() {
    return table;
  }

  public void setTable(SupplyTable table) {
    this.table = table;
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
  }
}

package org.demandwright.erp.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.demandwright.erp.SecondErp;

/** The canonical views of the second data source, read as those of the ERP are. */
@ApplicationScoped
@SecondErp
class SecondErpSource extends JpaErpSource {
  @Inject
  SecondErpSource(@SecondErp ErpUnit erp) {
    super(erp);
  }

  SecondErpSource() {
    this(null);
  }
}

package org.demandwright.store.sql;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The data sources, chosen by configuration alone: {@code store} is the plugin's own schema, {@code
 * erp} the ERP's canonical views. By default both are embedded H2 files in the data folder. {@code
 * erp2} are the views of a second ERP; where none is configured it is never opened.
 *
 * <p>{@code erp} and {@code erp2} take no part in transactions: they are only ever read, so that a
 * chunk's transaction has one resource to commit, the store.
 *
 * <p>A connection is asked whether it still lives before it is handed out, at most every five
 * seconds: otherwise the pool would hand out dead ones after a database was started anew.
 *
 * <p>Statements and rows are the driver's own: the server's wrapper looks up a method by its name
 * for each date that is read, a third of the processor time of reading lines.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/store",
    className = "${MPCONFIG=dw.store.class:org.h2.jdbcx.JdbcDataSource}",
    url = "${MPCONFIG=dw.store.url:jdbc:h2:file:./demandwright-data/store;WRITE_DELAY=0}",
    user = "${MPCONFIG=dw.store.user:sa}",
    password = "${MPCONFIG=dw.store.password:}",
    minPoolSize = 2,
    maxPoolSize = 32,
    transactional = true,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=table",
      "fish.payara.validation-table-name=information_schema.schemata",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true",
      "fish.payara.wrap-jdbc-objects=false"
    })
@DataSourceDefinition(
    name = "java:app/jdbc/erp",
    className = "${MPCONFIG=dw.erp.class:org.h2.jdbcx.JdbcDataSource}",
    url = "${MPCONFIG=dw.erp.url:jdbc:h2:file:./demandwright-data/erp;IFEXISTS=TRUE}",
    user = "${MPCONFIG=dw.erp.user:DEMANDWRIGHT}",
    password = "${MPCONFIG=dw.erp.password:}",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = 16,
    transactional = false,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=table",
      "fish.payara.validation-table-name=information_schema.schemata",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true",
      "fish.payara.wrap-jdbc-objects=false"
    })
@DataSourceDefinition(
    name = "java:app/jdbc/erp2",
    className = "${MPCONFIG=dw.erp2.class:org.h2.jdbcx.JdbcDataSource}",
    url = "${MPCONFIG=dw.erp2.url:jdbc:h2:file:./demandwright-data/erp2;IFEXISTS=TRUE}",
    user = "${MPCONFIG=dw.erp2.user:DEMANDWRIGHT}",
    password = "${MPCONFIG=dw.erp2.password:}",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = 16,
    transactional = false,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=table",
      "fish.payara.validation-table-name=information_schema.schemata",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true",
      "fish.payara.wrap-jdbc-objects=false"
    })
@ApplicationScoped
public class DataSources {}

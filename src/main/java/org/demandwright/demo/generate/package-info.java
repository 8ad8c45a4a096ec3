/**
 * The world behind the demo ERP: what is sold ({@link Catalogue}), how demand arises ({@link
 * DemandProcess}), what the stock lets through ({@link Warehouse}) and which documents an ERP
 * writes about it ({@link OrderBook}).
 *
 * <p>Every number comes from a seed, so that the same size and seed give the same rows on every
 * database. Only {@link org.demandwright.demo.DemoErp} and the tests call this package; forecasting
 * code never does, it sees the canonical views alone.
 */
package org.demandwright.demo.generate;

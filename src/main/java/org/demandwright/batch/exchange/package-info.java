/** The job that writes exports of forecasts: it reads pages, writes blocks and sums up. */
package org.demandwright.batch.exchange;

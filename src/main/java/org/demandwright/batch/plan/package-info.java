/**
 * Steps of jobs that are about several plans. Called by the batch runtime alone; rules lie in
 * {@link org.demandwright.app.plan}.
 */
package org.demandwright.batch.plan;

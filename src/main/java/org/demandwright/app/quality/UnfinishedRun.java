package org.demandwright.app.quality;

import org.demandwright.store.run.RunStatus;

/**
 * A run that is under way, failed or was stopped before the ledger of data quality could take what
 * it was to bring.
 *
 * @param run its number, as on the page of the jobs
 * @param job the job that ran
 * @param status its batch status, such as STARTED, FAILED or STOPPED
 * @param accountMissing whether the account of its rows is not written
 * @param inspectionMissing whether it has not inspected the demand to the end
 */
public record UnfinishedRun(
    long run, String job, RunStatus status, boolean accountMissing, boolean inspectionMissing) {}

package org.demandwright.batch.jberet;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionIsRunningException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.app.run.JobLauncher;
import org.demandwright.app.run.SideLauncher;
import org.jberet.operations.JobOperatorImpl;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;
import org.jberet.runtime.JobExecutionImpl;

/** Starts, stops and restarts jobs on JBeret, whose repository lies in the store. */
@ApplicationScoped
class JBeretLauncher implements JobLauncher, SideLauncher {
  private static final Logger LOG = System.getLogger(JBeretLauncher.class.getName());

  private static final Set<BatchStatus> UNDER_WAY =
      EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  private static final String CLOSED =
      "The batch runtime of this server takes no runs just now, as while the server starts or"
          + " closes; start the run again in a minute.";

  @Resource(lookup = "java:app/jdbc/store")
  private DataSource store;

  @Resource(lookup = "java:appserver/TransactionManager")
  private TransactionManager transactions;

  @Resource private UserTransaction userTransaction;
  @Resource private ManagedExecutorService threads;
  @Inject private BeanManager beans;

  private final AtomicInteger tasks = new AtomicInteger();
  private final Map<String, Beside> besides = new ConcurrentHashMap<>();
  private JobRepository repository;
  private JobOperator operator;

  @PostConstruct
  void begin() {
    repository = new JdbcRepository(store);
    operator = operator(tasks);
  }

  /** What runs a job beside the pipeline, and counts what is under way of it. */
  private record Beside(JobOperator operator, AtomicInteger tasks) {}

  private Beside beside(String job) {
    return besides.computeIfAbsent(
        job,
        name -> {
          AtomicInteger counted = new AtomicInteger();
          return new Beside(operator(counted), counted);
        });
  }

  private JobOperator operator(AtomicInteger counted) {
    return new JobOperatorImpl(
        new PayaraBatchEnvironment(
            JBeretLauncher.class.getClassLoader(),
            new EnlistingTransactions(userTransaction, transactions),
            repository,
            threads,
            beans,
            counted));
  }

  @Override
  public long start(String job, Map<String, String> parameters) {
    return start(operator, job, parameters);
  }

  @Override
  public long startBeside(String job, Map<String, String> parameters) {
    return start(beside(job).operator(), job, parameters);
  }

  private static long start(JobOperator operator, String job, Map<String, String> parameters) {
    Properties properties = new Properties();
    properties.putAll(parameters);
    try {
      return operator.start(job, properties);
    } catch (BatchRuntimeException | RejectedExecutionException e) {
      throw unavailable(e).<RuntimeException>map(refused -> refused).orElse(e);
    }
  }

  @Override
  public long restart(long executionId) {
    return restart(operator, executionId);
  }

  @Override
  public long restartBeside(String job, long executionId) {
    return restart(beside(job).operator(), executionId);
  }

  /** Goes on with a run of which the caller has the lease, so that nobody else is at it. */
  private long restart(JobOperator operator, long executionId) {
    try {
      giveUp(executionId);
      return operator.restart(executionId, new Properties());
    } catch (BatchRuntimeException | RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Execution %d cannot be restarted".formatted(executionId), e);
      throw unavailable(e)
          .orElseGet(
              () ->
                  new Refused(
                      Refused.Kind.CONFLICT,
                      "Execution "
                          + executionId
                          + " cannot be restarted: only the newest of its run can, and only where"
                          + " the job that it was started with is still there. The server's log"
                          + " says more; start a new run instead."));
    }
  }

  /**
   * Says of an execution that it broke off. JBeret would do so itself, but for one of a job that
   * this server has run before: of that it believes that it is under way here.
   */
  private void giveUp(long executionId) {
    if (repository.getJobExecution(executionId) instanceof JobExecutionImpl left
        && UNDER_WAY.contains(left.getBatchStatus())) {
      left.setBatchStatus(BatchStatus.FAILED);
      repository.updateJobExecution(left, false, false);
    }
  }

  /** The repository lies in the store, and the threads are the server's: either may be away. */
  static Optional<Refused> unavailable(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RejectedExecutionException) {
        return Optional.of(Refused.unavailable(CLOSED, Unavailable.SOON));
      }
    }
    return Unavailable.behind(e);
  }

  @Override
  public void stop(long executionId) {
    try {
      operator.stop(executionId);
    } catch (JobExecutionNotRunningException e) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Execution " + executionId + " is not running on this server.");
    }
  }

  @Override
  public void abandon(long executionId) {
    try {
      operator.abandon(executionId);
    } catch (JobExecutionIsRunningException e) {
      throw new Refused(
          Refused.Kind.CONFLICT, "Execution " + executionId + " is running: stop it first.");
    } catch (BatchRuntimeException e) {
      throw unavailable(e).<RuntimeException>map(refused -> refused).orElse(e);
    }
  }

  @Override
  public boolean busy() {
    return tasks.get() > 0;
  }

  @Override
  public boolean busyBeside(String job) {
    return beside(job).tasks().get() > 0;
  }
}

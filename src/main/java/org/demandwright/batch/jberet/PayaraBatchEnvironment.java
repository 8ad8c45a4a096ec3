package org.demandwright.batch.jberet;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionManager;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jberet.repository.JobRepository;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobExecutor;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;
import org.jberet.tools.MetaInfBatchJobsJobXmlResolver;

/** What JBeret needs of its server, given by Payara: threads, transactions, beans. */
final class PayaraBatchEnvironment implements BatchEnvironment {
  /** Jobs, and partitions beside them, that may run at once. */
  private static final int MOST_THREADS = 64;

  private final ClassLoader classLoader;
  private final TransactionManager transactions;
  private final JobRepository repository;
  private final JobExecutor executor;
  private final ArtifactFactory artifacts;
  private final AtomicInteger tasks;
  private final JobXmlResolver jobXml = new MetaInfBatchJobsJobXmlResolver();

  PayaraBatchEnvironment(
      ClassLoader classLoader,
      TransactionManager transactions,
      JobRepository repository,
      ManagedExecutorService threads,
      BeanManager beans,
      AtomicInteger tasks) {
    this.classLoader = classLoader;
    this.transactions = transactions;
    this.repository = repository;
    this.tasks = tasks;
    this.artifacts = new CdiArtifacts(beans);
    this.executor =
        new JobExecutor(threads) {
          @Override
          protected int getMaximumPoolSize() {
            return MOST_THREADS;
          }
        };
  }

  @Override
  public ClassLoader getClassLoader() {
    return classLoader;
  }

  @Override
  public ArtifactFactory getArtifactFactory() {
    return artifacts;
  }

  @Override
  public void submitTask(JobTask task) {
    executor.execute(new CountedTask(task));
  }

  /** Counts the tasks under way, so that a run that broke off can be told from one that runs. */
  private final class CountedTask implements JobTask {
    private final JobTask task;

    CountedTask(JobTask task) {
      this.task = task;
    }

    @Override
    public int getRequiredRemainingPermits() {
      return task.getRequiredRemainingPermits();
    }

    @Override
    public void run() {
      tasks.incrementAndGet();
      try {
        task.run();
      } finally {
        tasks.decrementAndGet();
      }
    }
  }

  @Override
  public TransactionManager getTransactionManager() {
    return transactions;
  }

  @Override
  public JobRepository getJobRepository() {
    return repository;
  }

  @Override
  public JobXmlResolver getJobXmlResolver() {
    return jobXml;
  }

  @Override
  public Properties getBatchConfigurationProperties() {
    return new Properties();
  }

  @Override
  public String getApplicationName() {
    return "demandwright";
  }
}

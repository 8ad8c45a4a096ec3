package org.demandwright.batch.jberet;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;

/**
 * Payara's transactions as JBeret needs them. Payara's own {@code TransactionManager.begin()} does
 * not tell the connection pool of the transaction, so that every statement of a chunk would commit
 * by itself; {@code UserTransaction.begin()} does.
 */
final class EnlistingTransactions implements TransactionManager {
  private final UserTransaction user;
  private final TransactionManager server;

  EnlistingTransactions(UserTransaction user, TransactionManager server) {
    this.user = user;
    this.server = server;
  }

  @Override
  public void begin() throws NotSupportedException, SystemException {
    user.begin();
  }

  @Override
  public void commit()
      throws RollbackException,
          HeuristicMixedException,
          HeuristicRollbackException,
          SystemException {
    user.commit();
  }

  @Override
  public void rollback() throws SystemException {
    user.rollback();
  }

  @Override
  public void setRollbackOnly() throws SystemException {
    user.setRollbackOnly();
  }

  @Override
  public int getStatus() throws SystemException {
    return user.getStatus();
  }

  @Override
  public void setTransactionTimeout(int seconds) throws SystemException {
    user.setTransactionTimeout(seconds);
  }

  @Override
  public Transaction getTransaction() throws SystemException {
    return server.getTransaction();
  }

  @Override
  public Transaction suspend() throws SystemException {
    return server.suspend();
  }

  @Override
  public void resume(Transaction transaction) throws InvalidTransactionException, SystemException {
    server.resume(transaction);
  }
}

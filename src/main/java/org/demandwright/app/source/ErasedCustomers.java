package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.demandwright.erp.SalesSource;
import org.demandwright.store.source.ErasureStore;

/** Keeps erased customers erased when their rows are read again. */
@ApplicationScoped
public class ErasedCustomers {
  private static final int SECRET_BYTES = 32;
  private static final int PSEUDONYM_BYTES = 8;

  private final ErasureStore erasures;
  private final SecureRandom random = new SecureRandom();

  @Inject
  ErasedCustomers(ErasureStore erasures) {
    this.erasures = erasures;
  }

  ErasedCustomers() {
    this(null);
  }

  /** Returns a source whose rows have pseudonyms where their customers are erased by now. */
  SalesSource in(SalesSource source) {
    Map<String, String> pseudonyms = erasures.pseudonyms();
    return pseudonyms.isEmpty()
        ? source
        : new WithoutErased(source, new ErasedCodes(erasures.secret().orElseThrow(), pseudonyms));
  }

  /**
   * Returns how customers are called by now: those that are erased by their pseudonyms, others by
   * their codes.
   */
  public UnaryOperator<String> names() {
    Map<String, String> pseudonyms = erasures.pseudonyms();
    return pseudonyms.isEmpty()
        ? UnaryOperator.identity()
        : new ErasedCodes(erasures.secret().orElseThrow(), pseudonyms)::name;
  }

  /** Returns the hash by which a code is known again; the first one makes the secret of all. */
  public String hash(String code) {
    if (erasures.secret().isEmpty()) {
      erasures.keepSecret(random(SECRET_BYTES));
    }
    return ErasedCodes.hash(erasures.secret().orElseThrow(), code);
  }

  /** Returns a name that nothing can be told from. */
  public String pseudonym() {
    return "erased-" + HexFormat.of().formatHex(random(PSEUDONYM_BYTES));
  }

  private byte[] random(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}

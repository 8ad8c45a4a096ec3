package org.demandwright.app.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.demandwright.erp.ErpSalesLine;

/**
 * Knows erased codes of customers again by their keyed hash, without knowing them.
 *
 * @param secret of the hashes
 * @param pseudonyms by the hashes of the codes
 */
record ErasedCodes(byte[] secret, Map<String, String> pseudonyms) {
  private static final String ALGORITHM = "HmacSHA256";

  ErasedCodes {
    pseudonyms = Map.copyOf(pseudonyms);
  }

  /** Returns HMAC-SHA256 of a code in hexadecimal figures. */
  static String hash(byte[] secret, String code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Returns the row, under the pseudonym of its customer where that is erased. */
  ErpSalesLine without(ErpSalesLine row) {
    String code = row.customerId();
    String pseudonym = code == null ? null : pseudonyms.get(hash(secret, code));
    return pseudonym == null ? row : row.ofCustomer(pseudonym);
  }
}

package org.demandwright.app.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
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
    String name = name(row.customerId());
    return Objects.equals(name, row.customerId()) ? row : row.ofCustomer(name);
  }

  /** Returns the pseudonym of a code that is erased, another code as it is, null for null. */
  String name(String code) {
    return code == null ? null : pseudonyms.getOrDefault(hash(secret, code), code);
  }
}

package org.demandwright.file;

/**
 * In which order a date has its parts; {@code . / -} may stand between them, a time behind them.
 */
public enum DateForm {
  /** 2024-01-31, 2024/1/31, 20240131, 2024年1月31日. */
  YMD,
  /** 31.1.2024, 31/01/24. */
  DMY,
  /** 1/31/2024, 01-31-24. */
  MDY
}

package org.firebreak.epidemic.forecast.arima;

/**
 * Orders of a seasonal ARIMA model (Box and Jenkins, Time Series Analysis, 1970).
 *
 * @param p autoregressive terms
 * @param d differences
 * @param q moving-average terms
 * @param seasonalP seasonal autoregressive terms
 * @param seasonalD seasonal differences
 * @param seasonalQ seasonal moving-average terms
 * @param period steps per season, 1 without
 * @param constant whether the differenced series has a mean: an intercept, or with one difference a
 *     drift
 */
public record ArimaOrder(
    int p,
    int d,
    int q,
    int seasonalP,
    int seasonalD,
    int seasonalQ,
    int period,
    boolean constant) {

  public ArimaOrder {
    if (Math.min(Math.min(p, d), Math.min(q, Math.min(seasonalP, seasonalQ))) < 0
        || seasonalD < 0
        || period < 1) {
      throw new IllegalArgumentException("Orders are not negative, a period is at least 1");
    }
  }

  /** Parameters besides mean and variance. */
  int coefficients() {
    return p + q + seasonalP + seasonalQ;
  }

  /** Values lost to differencing. */
  int lost() {
    return d + seasonalD * period;
  }

  @Override
  public String toString() {
    String seasonal =
        period > 1 && seasonalP + seasonalD + seasonalQ > 0
            ? "(%d,%d,%d)[%d]".formatted(seasonalP, seasonalD, seasonalQ, period)
            : "";
    String mean = !constant ? "" : d + seasonalD == 0 ? " with mean" : " with drift";
    return "ARIMA(%d,%d,%d)%s%s".formatted(p, d, q, seasonal, mean);
  }
}

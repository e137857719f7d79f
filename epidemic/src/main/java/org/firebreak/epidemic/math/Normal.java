package org.firebreak.epidemic.math;

/**
 * The standard normal distribution.
 *
 * <p>Quantile by algorithm AS 241 (Wichura, Applied Statistics 37, 1988), relative accuracy about
 * 1e-16; distribution function by the rational approximations of W. J. Cody (Mathematics of
 * Computation 23, 1969), relative accuracy about 1e-15 far into the tails.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // The coefficients stand as published.
public final class Normal {

  private static final double SQRT_TWO = Math.sqrt(2);
  private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;
  private static final double ONE_OVER_SQRT_TWO_PI = 0.39894228040143267794;

  private static final double[] CENTRE_NUMERATOR = {
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3
  };
  private static final double[] CENTRE_DENOMINATOR = {
    1.0,
    4.2313330701600911252e+1,
    6.8718700749205790830e+2,
    5.3941960214247511077e+3,
    2.1213794301586595867e+4,
    3.9307895800092710610e+4,
    2.8729085735721942674e+4,
    5.2264952788528545610e+3
  };
  private static final double[] MIDDLE_NUMERATOR = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    1.0,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] TAIL_NUMERATOR = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  };
  private static final double[] TAIL_DENOMINATOR = {
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  private static final double[] ERF_P = {
    3.20937758913846947e+3,
    3.77485237685302021e+2,
    1.13864154151050156e+2,
    3.16112374387056560e0,
    1.85777706184603153e-1
  };
  private static final double[] ERF_Q = {
    2.84423683343917062e+3,
    1.28261652607737228e+3,
    2.44024637934444173e+2,
    2.36012909523441209e+1,
    1.0
  };
  private static final double[] ERFC_P = {
    1.23033935479799725e+3, 2.05107837782607147e+3, 1.71204761263407058e+3,
    8.81952221241769090e+2, 2.98635138197400131e+2, 6.61191906371416295e+1,
    8.88314979438837594e0, 5.64188496988670089e-1, 2.15311535474403846e-8
  };
  private static final double[] ERFC_Q = {
    1.23033935480374942e+3, 3.43936767414372164e+3, 4.36261909014324716e+3,
    3.29079923573345963e+3, 1.62138957456669019e+3, 5.37181101862009858e+2,
    1.17693950891312499e+2, 1.57449261107098347e+1, 1.0
  };
  private static final double[] ERFC_TAIL_P = {
    6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1,
    3.60344899949804439e-1, 3.05326634961232344e-1, 1.63153871373020978e-2
  };
  private static final double[] ERFC_TAIL_Q = {
    2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1,
    1.87295284992346047e0, 2.56852019228982242e0, 1.0
  };

  private Normal() {}

  /** Density at {@code z}. */
  public static double density(double z) {
    return ONE_OVER_SQRT_TWO_PI * Math.exp(-0.5 * z * z);
  }

  /** Probability of a value at or below {@code z}. */
  public static double cumulative(double z) {
    return 0.5 * erfc(-z / SQRT_TWO);
  }

  /** Probability of a value above {@code z}, accurate where {@code 1 - cumulative(z)} is not. */
  public static double survival(double z) {
    return 0.5 * erfc(z / SQRT_TWO);
  }

  /**
   * The value with probability {@code p} below it; infinite at 0 and 1.
   *
   * @throws IllegalArgumentException if p is not in [0, 1]
   */
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A probability is in [0, 1], was " + p);
    }
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * ratio(r, CENTRE_NUMERATOR, CENTRE_DENOMINATOR);
    }
    double tail = Math.min(p, 1 - p);
    if (tail == 0) {
      return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-Math.log(tail));
    double z =
        r <= 5
            ? ratio(r - 1.6, MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR)
            : ratio(r - 5, TAIL_NUMERATOR, TAIL_DENOMINATOR);
    return q < 0 ? -z : z;
  }

  private static double erfc(double x) {
    double magnitude = Math.abs(x);
    if (magnitude <= 0.46875) {
      return 1 - x * ratio(x * x, ERF_P, ERF_Q);
    }
    double result =
        Math.exp(-magnitude * magnitude)
            * (magnitude <= 4 ? ratio(magnitude, ERFC_P, ERFC_Q) : farTail(magnitude));
    return x < 0 ? 2 - result : result;
  }

  private static double farTail(double x) {
    double inverseSquare = 1 / (x * x);
    double correction = inverseSquare * ratio(inverseSquare, ERFC_TAIL_P, ERFC_TAIL_Q);
    return (ONE_OVER_SQRT_PI - correction) / x;
  }

  private static double ratio(double x, double[] numerator, double[] denominator) {
    return polynomial(x, numerator) / polynomial(x, denominator);
  }

  private static double polynomial(double x, double[] coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}

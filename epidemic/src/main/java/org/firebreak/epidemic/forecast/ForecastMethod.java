package org.firebreak.epidemic.forecast;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.epidemic.forecast.arima.ArimaForecaster;
import org.firebreak.epidemic.forecast.baseline.LastWindowMean;
import org.firebreak.epidemic.forecast.baseline.Theta;
import org.firebreak.epidemic.forecast.baseline.Walks;
import org.firebreak.epidemic.forecast.ensemble.PooledEnsemble;
import org.firebreak.epidemic.forecast.ets.EtsForecaster;
import org.firebreak.epidemic.forecast.growth.GrowthCurve;
import org.firebreak.epidemic.forecast.growth.GrowthForecaster;
import org.firebreak.epidemic.forecast.smooth.HoltForecaster;
import org.firebreak.epidemic.forecast.smooth.SeasonalForecaster;
import org.firebreak.epidemic.forecast.smooth.SeasonalKind;

/** The methods a user can name. */
public enum ForecastMethod {
  /** The default, at present the ensemble. */
  AUTO("auto"),
  ENSEMBLE("ensemble"),
  HOLT("holt"),
  HW_ADD("hw-add"),
  HW_MUL("hw-mul"),
  ETS("ets"),
  ARIMA("arima"),
  THETA("theta"),
  NAIVE("naive"),
  SNAIVE("snaive"),
  DRIFT("drift"),
  MEAN("mean"),
  LOGISTIC("logistic"),
  GOMPERTZ("gompertz"),
  RICHARDS("richards");

  private final String word;

  ForecastMethod(String word) {
    this.word = word;
  }

  /** The method of that name. */
  public static Optional<ForecastMethod> find(String word) {
    return Arrays.stream(values()).filter(m -> m.word.equalsIgnoreCase(word)).findFirst();
  }

  /** Its name in commands, for example {@code hw-add}. */
  public String word() {
    return word;
  }

  /** The method, ready for the series of a panel. */
  public PanelForecaster on(Panel panel) {
    return switch (this) {
      case AUTO, ENSEMBLE -> new PooledEnsemble(panel);
      case HOLT -> PanelForecaster.single(panel, new HoltForecaster());
      case HW_ADD -> PanelForecaster.single(panel, new SeasonalForecaster(SeasonalKind.ADDITIVE));
      case HW_MUL ->
          PanelForecaster.single(panel, new SeasonalForecaster(SeasonalKind.MULTIPLICATIVE));
      case ETS -> PanelForecaster.single(panel, new EtsForecaster());
      case ARIMA -> PanelForecaster.single(panel, new ArimaForecaster());
      case THETA -> PanelForecaster.single(panel, new Theta());
      case NAIVE -> PanelForecaster.single(panel, Walks.naive());
      case SNAIVE -> PanelForecaster.single(panel, Walks.seasonalNaive());
      case DRIFT -> PanelForecaster.single(panel, Walks.drift());
      case MEAN -> PanelForecaster.single(panel, new LastWindowMean());
      case LOGISTIC -> PanelForecaster.single(panel, new GrowthForecaster(GrowthCurve.LOGISTIC));
      case GOMPERTZ -> PanelForecaster.single(panel, new GrowthForecaster(GrowthCurve.GOMPERTZ));
      case RICHARDS -> PanelForecaster.single(panel, new GrowthForecaster(GrowthCurve.RICHARDS));
    };
  }
}

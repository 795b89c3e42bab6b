/** A forecast and whether it came true. */
export interface Forecast {
  /** Probability that was named, 0 to 1. */
  readonly probability: number;
  readonly cameTrue: boolean;
  readonly weight: number;
}

/** Brier score: weighted mean of the squared error, 0 is perfect, 0.25 is a coin; NaN for none. */
export function brier(forecasts: readonly Forecast[]): number {
  const total = forecasts.reduce((sum, { weight }) => sum + weight, 0);
  const error = ({ probability, cameTrue }: Forecast) => (probability - (cameTrue ? 1 : 0)) ** 2;
  return forecasts.reduce((sum, forecast) => sum + forecast.weight * error(forecast), 0) / total;
}

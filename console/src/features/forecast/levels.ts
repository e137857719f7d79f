/** Places of levels among the 23 quantiles of a hub. */
export const MEDIAN = 11;
export const CENTRAL = { 95: [1, 21], 80: [3, 19], 50: [6, 16] } as const;
export type Central = keyof typeof CENTRAL;

/** The ends of a central interval; null where a list has not all 23 quantiles. */
export function interval(quantiles: readonly number[], share: Central): [low: number, high: number] | null {
  const [low, high] = CENTRAL[share].map((place) => quantiles[place]);
  return low === undefined || high === undefined ? null : [low, high];
}

/**
 * The value that a share `p` (0 to 1) of the values lies under, between neighbours in proportion: type 7 of
 * Hyndman and Fan, as `quantile(values, p)` of R. Undefined for no values.
 */
export function quantile(values: readonly number[], p: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return undefined;
  return low + (high - low) * (place - Math.floor(place));
}

/** The 97.5 % point of the normal distribution: what a two-sided 95 % interval reaches to. */
export const z95 = 1.959963984540054;

/** A share between 0 and 1 with the ends of its interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of Wilson (1927) for a share, without correction for continuity: with 95 % certainty the share
 * behind `count` out of `of` is in it. Takes whole numbers, `0 <= count <= of`; for none out of none the share
 * can be anything. As `prop.test(count, of, correct = FALSE)` of R.
 */
export function wilsonInterval(count: number, of: number, z: number = z95): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const square = z * z;
  const centre = share + square / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - reach) / whole),
    high: count === of ? 1 : Math.min(1, (centre + reach) / whole),
  };
}

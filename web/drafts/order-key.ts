const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * A key that sorts between two others as text, so that an item can be put anywhere without touching the
 * rest. `undefined` = before the first or after the last. Keys never end in "0".
 */
export function keyBetween(before: string | undefined, after: string | undefined): string {
  const low = before ?? "";
  let key = "";
  for (let place = 0; ; place += 1) {
    const from = place < low.length ? digits.indexOf(low.charAt(place)) : 0;
    const bounded = after !== undefined && after.startsWith(key);
    const to =
      bounded && place < after.length ? digits.indexOf(after.charAt(place)) : digits.length;
    if (to - from > 1) return key + digits.charAt(Math.floor((from + to) / 2));
    key += digits.charAt(from);
  }
}

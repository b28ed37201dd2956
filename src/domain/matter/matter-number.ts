/** Where year and serial number stand in the form, and with how many digits at least. */
const FORM = /^(.*)\{year\}(.+)\{serial:(\d)\}$/u;
/** More digits than any board has matters in a year. */
const MOST_DIGITS = 9;

interface Parts {
  readonly before: string;
  readonly between: string;
  readonly digits: number;
}

/**
 * The readable number of a matter, in the form of the specification (`{year}-{serial:6}`): 2026-000123.
 *
 * @throws Error on a form without year and serial number, which no pack is loaded with.
 */
export function matterNumber(form: string, year: number, serial: number): string {
  const parts = partsOf(form);
  if (parts === undefined) throw new Error(`${form} is no form of a matter number`);
  return written(parts, `${year}`, serial);
}

/**
 * The matter number that somebody has typed, as it is kept: noughts may be left out, and space does not count.
 * Undefined for any other text.
 */
export function readMatterNumber(form: string, text: string): string | undefined {
  const parts = partsOf(form);
  if (parts === undefined) return undefined;
  const typed = plain(text);
  const [before, between] = [plain(parts.before), plain(parts.between)];
  if (!typed.toLowerCase().startsWith(before.toLowerCase())) return undefined;
  const [year = "", serial = "", ...more] = typed.slice(before.length).split(between);
  if (more.length > 0 || !/^\d{4}$/u.test(year) || !/^\d+$/u.test(serial)) return undefined;
  return serial.length > MOST_DIGITS ? undefined : written(parts, year, Number(serial));
}

/** Without space, and with one sign for every dash. */
function plain(text: string): string {
  return text.replaceAll(/\s/gu, "").replaceAll(/[‐‑‒–−]/gu, "-");
}

function partsOf(form: string): Parts | undefined {
  const [, before = "", between = "", digits = ""] = FORM.exec(form) ?? [];
  return digits === "" ? undefined : { before, between, digits: Number(digits) };
}

function written({ before, between, digits }: Parts, year: string, serial: number): string {
  return `${before}${year}${between}${`${serial}`.padStart(digits, "0")}`;
}

import type { Lang } from "./text.ts";

const millisOfDay = 86_400_000;

function parts(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function format(day: string, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  // English is written the European way: the readers work in Sweden.
  const locale = lang === "sv" ? "sv-SE" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(parts(day));
}

/** A plain date as lists show it: "fre 27 nov", with the year where it is another than today's. */
export function shortDay(day: string, lang: Lang, today?: string): string {
  const sameYear = today === undefined || day.slice(0, 4) === today.slice(0, 4);
  const text = format(day, lang, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  return text.replaceAll(".", "");
}

/** A plain date in running text: "27 november 2026". */
export function fullDay(day: string, lang: Lang): string {
  return format(day, lang, { day: "numeric", month: "long", year: "numeric" });
}

/** A plain date with its weekday: "fredag 27 november 2026". */
export function weekDay(day: string, lang: Lang): string {
  return format(day, lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** The month a day falls in, as a heading: "november 2026". */
export function monthOf(day: string, lang: Lang): string {
  return format(day, lang, { month: "long", year: "numeric" });
}

/** The plain date, in Sweden, of an instant or of a local date and time. */
export function dayOf(moment: string): string {
  if (!moment.endsWith("Z")) return moment.slice(0, 10);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(
    new Date(moment),
  );
}

/** Day and time of a moment: "27 november 2026 kl. 14.05". */
export function momentInWords(moment: string, lang: Lang): string {
  const time = moment.endsWith("Z")
    ? new Intl.DateTimeFormat("sv-SE", {
        timeZone: "Europe/Stockholm",
        hour: "2-digit",
        minute: "2-digit",
      }).format(new Date(moment))
    : moment.slice(11, 16);
  const day = fullDay(dayOf(moment), lang);
  return lang === "sv" ? `${day} kl. ${time.replace(":", ".")}` : `${day} at ${time}`;
}

/** From one time of a day to another, once where they are the same: "14.05–14.20". */
export function timesInWords(first: string, last: string, lang: Lang): string {
  const span = first === last ? first : `${first}–${last}`;
  return lang === "sv" ? span.replaceAll(":", ".") : span;
}

/** Days from one plain date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parts(to).getTime() - parts(from).getTime()) / millisOfDay);
}

/** How long is left, in words: "i morgon", "3 dagar kvar", "2 dagar försenad". */
export function daysInWords(daysLeft: number, lang: Lang): string {
  const sv = lang === "sv";
  if (daysLeft === 0) return sv ? "i dag" : "today";
  if (daysLeft === 1) return sv ? "i morgon" : "tomorrow";
  const n = Math.abs(daysLeft);
  if (daysLeft > 0) return sv ? `${n} dagar kvar` : `${n} days left`;
  if (n === 1) return sv ? "1 dag försenad" : "1 day late";
  return sv ? `${n} dagar försenad` : `${n} days late`;
}

/** How long ago a day was: "i dag", "i går", "för 5 dagar sedan". */
export function agoInWords(day: string, today: string, lang: Lang): string {
  const n = daysBetween(day, today);
  const sv = lang === "sv";
  if (n <= 0) return sv ? "i dag" : "today";
  if (n === 1) return sv ? "i går" : "yesterday";
  if (n < 14) return sv ? `för ${n} dagar sedan` : `${n} days ago`;
  return fullDay(day, lang);
}

import type { Lang } from "../../spec/types.ts";

// English is written the European way: the readers work in Sweden.
const formats: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  sv: formatOf("sv-SE"),
  en: formatOf("en-GB"),
};

function formatOf(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** A day as it is written in running text, "27 november 2026"; what is no day is given back as it is. */
export function dayInWords(day: string, lang: Lang): string {
  const moment = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  return Number.isNaN(moment.getTime()) ? day : formats[lang].format(moment);
}

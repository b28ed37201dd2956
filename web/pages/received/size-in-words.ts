import type { Lang } from "../../text/text.ts";

const kilobyte = 1024;

/** The size of a file, as people say it. */
export function sizeInWords(bytes: number, lang: Lang): string {
  const kb = bytes / kilobyte;
  const words = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  if (kb < kilobyte) return `${words.format(Math.max(1, Math.round(kb)))} kB`;
  return `${words.format(kb / kilobyte)} MB`;
}

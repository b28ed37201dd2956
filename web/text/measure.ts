import type { TextTable } from "./text.ts";

/** Texts about open measures. */
export const measureText = {
  unnamed: { sv: "insats", en: "measure" },
  about: { sv: "Insatsen: {measure}.", en: "The measure: {measure}." },
  aboutGranted: { sv: "Beviljad {day}.", en: "Granted {day}." },
} satisfies TextTable;

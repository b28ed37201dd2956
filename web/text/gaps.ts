import type { TextTable } from "./text.ts";

/** Texts of what follow-up lacks in one's own matters. */
export const gapsText = {
  title: {
    sv: "Vad uppföljningen saknar i mina ärenden",
    en: "What follow-up lacks in my matters",
  },
  lead: {
    sv: "Frågor i startuppsättningen som ännu inte har något svar i dina pågående ärenden. De besvaras där de hör hemma, i barnets dokument. Bara du ser den här listan.",
    en: "Questions of the starter set that have no answer yet in your running matters. They are answered where they belong, in the child's documents. Only you see this list.",
  },
  empty: {
    sv: "Ingenting saknas: allt som startuppsättningen frågar efter har ett svar i dina pågående ärenden.",
    en: "Nothing is missing: everything the starter set asks has an answer in your running matters.",
  },
  child: { sv: "Barn", en: "Child" },
  about: { sv: "Gäller", en: "About" },
  missing: { sv: "Inget svar ännu", en: "No answer yet" },
} satisfies TextTable;

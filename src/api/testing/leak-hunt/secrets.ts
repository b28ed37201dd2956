import { bare } from "../../../print/testing/pdf-text.ts";

/** What is secret of a planted person, by where it is written. */
export type SecretKind =
  | "protected-name"
  | "protected-contact"
  | "guardian-name"
  | "guardian-contact"
  | "reporter"
  | "reporter-text";

/** Something that must stand nowhere but where the table of {@link maySee} allows it. */
export interface Secret {
  /** Lower case, without blanks and hyphens. */
  readonly token: string;
  readonly kind: SecretKind;
  readonly family: string;
}

/** How an account of the staff is tied to a planted matter; `out-of-hours` and `trainer` are to every matter alike. */
export type Tie =
  | "worker"
  | "manager"
  | "colleague"
  | "assistant"
  | "out-of-hours"
  | "trainer"
  | "none";
/** For whom a paper is made. */
export type Party = "child" | "home" | "away" | "reporter" | "body";

/** Whom a protected person's matter is given to; a trainer has an account on boards with invented persons only. */
const allocated: readonly Tie[] = ["worker", "manager", "trainer"];
const wholeUnit: readonly Tie[] = [...allocated, "colleague", "out-of-hours"];

/** The whole of what anybody may see: by tie for the staff, by place in the family for copies and letters. */
export const maySee: Readonly<
  Record<SecretKind, { readonly ties: readonly Tie[]; readonly parties: readonly Party[] }>
> = {
  "protected-name": { ties: allocated, parties: ["child", "home", "away", "body"] },
  "protected-contact": { ties: allocated, parties: ["child", "home"] },
  "guardian-name": { ties: allocated, parties: ["child", "home", "away"] },
  "guardian-contact": { ties: allocated, parties: ["away"] },
  reporter: { ties: wholeUnit, parties: ["reporter"] },
  // What was written by hand about a reporter is text of the matter.
  "reporter-text": {
    ties: [...wholeUnit, "assistant"],
    parties: ["reporter"],
  },
};

/** Every planted word begins so and is eight letters long; no word of Swedish does. */
export const MARK = "xq";
const WORD = /xq[a-z]{6}/gu;
/** Telephone numbers of the series that are set aside for invented persons. */
const PHONE = /(?:\+46|0)(?:\(0\))?(?:70|8|31|40|980)[\d /()–-]{6,14}/gu;
const NUMBER = /(?<!\d)(?:\d{8}-?\d{4}|\d{6}[-+]?\d{4})(?!\d)/gu;

/** The secrets of a board, to be found in any text. */
export class Secrets {
  readonly #byToken: ReadonlyMap<string, Secret>;

  constructor(all: readonly Secret[]) {
    this.#byToken = new Map(all.map((secret) => [secret.token, secret]));
  }

  /** Those that stand in a text, however they are written: spread over lines, as digits, with the country before. */
  foundIn(text: string): readonly Secret[] {
    const lower = text.toLowerCase();
    const words = [...lower.matchAll(WORD)].map(([word]) => word);
    const phones = [...lower.matchAll(PHONE)].map(([phone]) => phoneToken(phone));
    const numbers = [...lower.matchAll(NUMBER)].map(([number]) => numberToken(number));
    const found = [...words, ...phones, ...numbers].flatMap((token) => {
      const known = this.#byToken.get(token);
      return known === undefined ? [] : [known];
    });
    return [...new Set(found)];
  }

  /** As {@link foundIn} for what a page of a paper says, where a word may go on in the next line. */
  foundOnPaper(text: string): readonly Secret[] {
    return [...new Set([...this.foundIn(text), ...this.foundIn(bare(text))])];
  }
}

/** The digits of a telephone number without its beginning, as far as the series are long. */
export function phoneToken(phone: string): string {
  const digits = phone.replaceAll(/\D/gu, "").replace(/^46/u, "").replace(/^0+/u, "");
  return `p${digits.slice(0, 9)}`;
}

/** The last ten digits of an identity number. */
export function numberToken(number: string): string {
  return `n${number.replaceAll(/\D/gu, "").slice(-10)}`;
}

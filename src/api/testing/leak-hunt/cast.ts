import { checkDigitOf } from "../../../kernel/identity-number.ts";
import { seededRandom, type SeededRandom } from "../../../kernel/random.ts";
import { MARK, numberToken, phoneToken, type Secret, type SecretKind } from "./secrets.ts";

/**
 * What is secret in a family: a child (with the parent at home) that was protected from the first day or after
 * everything was written, a protected parent whom the child does not live with, a shielded reporter, or one whom
 * somebody has named in texts too.
 */
export const plots = ["child", "later", "guardian", "reporter", "reporter-text"] as const;
export type Plot = (typeof plots)[number];

/** Somebody invented, every word of whom stands nowhere else. */
export interface Someone {
  readonly given: string;
  readonly family: string;
  readonly number: string;
  readonly birthDate: string;
  readonly street: string;
  readonly phone: string;
  readonly mail: string;
  readonly school: string;
  readonly workplace: string;
}

/** The persons of one family, with what of them is secret. */
export interface Cast {
  readonly key: string;
  readonly plot: Plot;
  readonly worker: "jonatan" | "mira";
  readonly child: Someone;
  /** The parent the child lives with, and the other one. */
  readonly home: Someone;
  readonly away: Someone;
  readonly reporter: Someone;
  readonly secrets: readonly Secret[];
}

/** The same families for the same seed. */
export function castOf(seed: string, persons: number): readonly Cast[] {
  const draw = drawer(seededRandom(`leak hunt ${seed}`));
  return Array.from({ length: persons }, (_, at) => {
    const plot = plots[at % plots.length] ?? "child";
    const key = `leak-${at}`;
    const [child, reporter] = [draw.someone(2012), draw.someone(1975)];
    const home = { ...draw.someone(1985), street: child.street, phone: child.phone };
    const away = draw.someone(1983);
    const people = { child, home, away, reporter };
    const worker = at % 2 === 0 ? "jonatan" : "mira";
    return { key, plot, worker, ...people, secrets: secretsOf(key, plot, people) };
  });
}

type People = Pick<Cast, "child" | "home" | "away" | "reporter">;

function secretsOf(family: string, plot: Plot, people: People): readonly Secret[] {
  const { child, home, away, reporter } = people;
  const secret = (kind: SecretKind, tokens: readonly string[]): readonly Secret[] =>
    tokens.map((token) => ({ kind, family, token: token.toLowerCase() }));
  const contact = ({ street, phone, mail, school }: Someone) => [
    street,
    mail,
    school,
    phoneToken(phone),
  ];
  const name = ({ given, family: last, number }: Someone) => [given, last, numberToken(number)];
  if (plot === "child" || plot === "later") {
    const names = [...name(child), ...name(home)];
    return [
      ...secret("protected-name", [...new Set(names)]),
      ...secret("protected-contact", [...new Set([...contact(child), home.mail])]),
    ];
  }
  if (plot === "guardian") {
    return [...secret("guardian-name", name(away)), ...secret("guardian-contact", contact(away))];
  }
  const told = [reporter.given, reporter.family, reporter.workplace, reporter.mail];
  return secret(plot, [...told, phoneToken(reporter.phone)]);
}

/** The series of telephone numbers that belong to nobody (PTS), without the one of the demo: each is given once. */
const series = [
  { before: "031-390 0", from: 600, to: 699 },
  { before: "040-628 0", from: 400, to: 499 },
  { before: "08-465 00", from: 400, to: 499 },
  { before: "0980-319 ", from: 200, to: 299 },
] as const;
const phones = series.flatMap(({ before, from, to }) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${before}${from + at}`),
);

const LETTERS = Array.from("abdefghijklmnoprstuvy");

function drawer(random: SeededRandom) {
  const used = new Set<string>();
  let drawn = 0;
  function word(): string {
    const letters = Array.from({ length: 6 }, () => random.pick(LETTERS));
    const made = `${MARK.toUpperCase().charAt(0)}${MARK.slice(1)}${letters.join("")}`;
    if (used.has(made)) return word();
    used.add(made);
    return made;
  }
  function number(year: number): string {
    const two = (value: number) => String(value).padStart(2, "0");
    const day = `${year}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`;
    const nine = `${day.slice(2)}${random.integer(980, 999)}`;
    const made = `${day}${nine.slice(6)}${checkDigitOf(nine)}`;
    if (used.has(made.slice(2))) return number(year);
    used.add(made.slice(2));
    return made;
  }
  function someone(born: number): Someone {
    drawn += 1;
    const own = number(born + random.integer(0, 6));
    return {
      given: word(),
      family: word(),
      number: own,
      birthDate: `${own.slice(0, 4)}-${own.slice(4, 6)}-${own.slice(6, 8)}`,
      street: word(),
      phone: phones[(drawn - 1) % phones.length] ?? "",
      mail: word(),
      school: word(),
      workplace: word(),
    };
  }
  return { someone };
}

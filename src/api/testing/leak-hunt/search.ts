import { inTenant } from "../../../store/in-tenant.ts";
import type { TestAnswer, TestApp, TestDemo, TestUser } from "../test-app.ts";
import type { Planted } from "./plant.ts";
import { maySee, Secrets, type Party, type Secret, type Tie } from "./secrets.ts";
import { textsOf } from "./unpack.ts";
import { reading, type Visit } from "./walk.ts";

/** A secret where it may not stand. */
export interface Leak {
  readonly secret: Secret["kind"];
  readonly family: string;
  readonly who: string;
  readonly where: string;
}

/** What was walked, and what was found. */
export interface Hunted {
  readonly answers: number;
  readonly papers: number;
  readonly rows: number;
  readonly lines: number;
  readonly leaks: readonly Leak[];
  /** Secrets that somebody who may see them was shown: a walk that shows nobody anything proves nothing. */
  readonly shown: ReadonlyMap<Secret["kind"], number>;
  /** Routes that nobody was answered on. */
  readonly unanswered: readonly string[];
}

/** An account that walks, and how it is tied to each family. */
export interface Walker {
  readonly name: string;
  readonly user: TestUser;
  readonly tie: (family: Planted) => Tie;
}

const nobody = (): boolean => false;
const MOST_REMEMBERED = 5000;

/** Looks through what comes, and remembers what should not stand there. */
export class Search {
  readonly byAkt: ReadonlyMap<string, Planted>;
  readonly #byKey: ReadonlyMap<string, Planted>;
  readonly #secrets: Secrets;
  readonly #leaks = new Map<string, Leak>();
  readonly #shown = new Map<Secret["kind"], number>();
  readonly #unanswered = new Set(reading.map(({ id }) => id));
  readonly #looked = new Map<string, readonly Secret[]>();
  readonly #counts = { answers: 0, papers: 0, rows: 0, lines: 0 };

  constructor(families: readonly Planted[]) {
    this.byAkt = new Map(families.map((family) => [family.akt, family]));
    this.#byKey = new Map(families.map((family) => [family.cast.key, family]));
    this.#secrets = new Secrets(families.flatMap(({ cast }) => cast.secrets));
  }

  found(): Hunted {
    return {
      ...this.#counts,
      leaks: [...this.#leaks.values()],
      shown: this.#shown,
      unanswered: [...this.#unanswered],
    };
  }

  visit(walker: Walker, visit: Visit, answer: TestAnswer<unknown>): void {
    if (answer.status === 200) this.#unanswered.delete(visit.route.id);
    const family = visit.akt === undefined ? undefined : this.byAkt.get(visit.akt);
    if (family !== undefined && visit.recipient !== undefined && visit.recipient !== "internal") {
      const to = placeOf(family, visit.recipient);
      this.paper(family, walker.name, visit.route.id, answer, to);
    }
    this.answer(walker, visit.route.id, answer);
  }

  /** An answer to somebody of the staff. */
  answer(walker: Walker, where: string, answer: TestAnswer<unknown>): void {
    this.#counts.answers += 1;
    const allowed = (secret: Secret) =>
      maySee[secret.kind].ties.includes(walker.tie(this.#of(secret)));
    for (const text of textsOf(answer.response)) this.text(walker.name, where, text, allowed);
    this.#headers(walker.name, where, answer);
  }

  /** A paper for somebody: what is not for that person must not stand in it, whoever of the staff may see it. */
  paper(
    family: Planted,
    who: string,
    where: string,
    answer: TestAnswer<unknown>,
    to: Party | "internal",
  ): void {
    this.#counts.papers += 1;
    const allowed = (secret: Secret) =>
      secret.family === family.cast.key &&
      (to === "internal" || maySee[secret.kind].parties.includes(to));
    for (const text of textsOf(answer.response))
      this.text(who, `${where} for ${to}`, text, allowed);
    this.#headers(who, where, answer);
  }

  text(who: string, where: string, text: string, allowed: (secret: Secret) => boolean): void {
    for (const secret of this.#foundIn(text)) {
      if (allowed(secret)) {
        this.#shown.set(secret.kind, (this.#shown.get(secret.kind) ?? 0) + 1);
        continue;
      }
      const { plot } = this.#of(secret).cast;
      const family = `${secret.family} (${plot})`;
      const key = [secret.kind, plot, who, where].join(" ");
      this.#leaks.set(key, { secret: secret.kind, family, who, where });
    }
  }

  /** Many are told the same, such as a refusal, a catalogue or the specification: it is looked through once. */
  #foundIn(text: string): readonly Secret[] {
    const known = this.#looked.get(text);
    if (known !== undefined) return known;
    const found = this.#secrets.foundOnPaper(text);
    if (this.#looked.size < MOST_REMEMBERED) this.#looked.set(text, found);
    return found;
  }

  /** What the database holds beside the record, and the lines of the technical log: nobody is named there. */
  async beside(app: TestApp, demo: TestDemo): Promise<void> {
    for (const [table, columns] of Object.entries(tablesWithoutNames)) {
      const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
        tx.rows<{ row: string }>({ text: `select row(${columns})::text as row from ${table} t` }),
      );
      this.#counts.rows += rows.length;
      this.text("the database", table, rows.map(({ row }) => row).join("\n"), nobody);
    }
    this.#counts.lines += app.lines.length;
    this.text("the technical log", "its lines", app.lines.join("\n"), nobody);
  }

  #of(secret: Secret): Planted {
    const family = this.#byKey.get(secret.family);
    if (family === undefined) throw new Error(`nobody planted ${secret.family}`);
    return family;
  }

  /** Names of files, tags and addresses: nobody is named there, whoever asks. */
  #headers(who: string, where: string, { response }: TestAnswer<unknown>): void {
    const headers = JSON.stringify(response.headers).replaceAll(/%20|\+/gu, " ");
    this.text(who, `${where}, headers`, headers, nobody);
  }
}

/** Tables beside the record that name nobody, and what of them is looked through. */
const tablesWithoutNames: Readonly<Record<string, string>> = {
  access_log: "t.*",
  file: "t.name",
  event_head: "t.*",
  clock: "t.detail",
  followup_extract: "t.*",
  followup_release: "t.*",
  throttle: "t.*",
};

function placeOf({ child, home }: Planted, recipient: string): Party {
  if (recipient === child) return "child";
  return recipient === home ? "home" : "away";
}

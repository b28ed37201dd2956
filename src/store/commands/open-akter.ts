import { definitions } from "../../domain/definitions.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { PackInUse, Projected, Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import type { Link } from "../log/append.ts";
import type { StreamHead } from "../log/stream-state.ts";
import type { AktStep } from "../projections/akt-step.ts";
import { matterRow } from "../projections/matter.ts";
import { answerAgain, findKnown, type KnownAnswer } from "./command-row.ts";
import {
  answerOf,
  decideRequest,
  digestOf,
  logDone,
  type DecidedRequest,
  type DoneRequest,
} from "./execute-akt.ts";
import { loadFamilyOfAkt, lockAkt, type Family } from "./load-akt.ts";
import { loadOrganisation, type Organisation } from "./organisation.ts";
import type { AktAnswer, AktRequest } from "./request.ts";
import { writeAkt } from "./write-akt.ts";

/** Akter that the commands of one transaction are about: each is read once, and what became of it is written once. */
export interface OpenAkter {
  /**
   * Carries out a command on what is in memory, and writes nothing yet. Undefined for one that reads more than that
   * (a draft, an earlier entry): it is carried out by itself, after {@link write}. Throws {@link NotTogether}.
   */
  run(request: AktRequest, at?: Instant): Promise<Result<AktAnswer> | undefined>;
  /** Writes what the commands so far led to, and forgets what was read. Throws what the database says of it. */
  write(): Promise<void>;
}

/** Each of the commands has to be written before the next is decided: only then does the database tell them apart. */
export class NotTogether extends Error {}

interface OpenAkt {
  /** As it was read. */
  readonly before: AktState;
  readonly family: Family;
  readonly organisation: Organisation;
  readonly projects: readonly ((change: Projected) => Promise<void>)[];
  readonly steps: AktStep[];
  readonly links: Link[];
  head: StreamHead<AktState>;
  /** The last command that was carried out. */
  last: Pick<DecidedRequest, "pack" | "time"> | undefined;
}

/** Opens akter for the commands of a transaction. */
export function openAkter(store: Store, tx: Tx): OpenAkter {
  const open = new Map<Uuid, OpenAkt>();
  const done = new Map<Uuid, DoneRequest>();
  async function write(): Promise<void> {
    const written = [...open].map(([akt, each]) => writeOpen(store, tx, akt, each));
    for (const each of done.values()) logDone(tx, each);
    open.clear();
    done.clear();
    await Promise.all(written);
    await tx.flush();
  }
  async function known(request: AktRequest): Promise<KnownAnswer<AktAnswer> | undefined> {
    return done.get(request.commandId) ?? findKnown<AktAnswer>(tx, request.commandId);
  }
  return {
    write,
    run: async (request, at) => {
      const { akt, commandId } = request;
      if (!isPlain(request)) return undefined;
      const digest = digestOf(request);
      if (!digest.ok) return digest;
      const again = done.get(commandId);
      if (again !== undefined) return answerAgain(again, { digest: digest.value });
      const found = open.get(akt) ?? (await openAkt(store, tx, akt));
      if (found === undefined || (found.head.state.linked ?? []).length > 0) return undefined;
      if (isOtherPack(found, store.packs.current(tx.tenant, request.matter))) return undefined;
      open.set(akt, found);
      const decided = await decideRequest(store, tx, request, found, at);
      if (!decided.ok) {
        // One that was carried out earlier is answered as then; one that is new and there already is found when it is written.
        const earlier = await known(request);
        return earlier === undefined ? decided : answerAgain(earlier, { digest: digest.value });
      }
      takeOver(found, decided.value);
      const answer = answerOf(request, decided.value);
      done.set(commandId, { request, digest: digest.value, answer, at: decided.value.time.now });
      return ok(answer);
    },
  };
}

/** Whether a command is decided on the state alone. */
function isPlain({ type, draft }: AktRequest): boolean {
  const definition = definitions[type];
  return draft === undefined && definition?.namesEntry !== true;
}

async function openAkt(store: Store, tx: Tx, akt: Uuid): Promise<OpenAkt | undefined> {
  const reading = Promise.all([
    lockAkt(tx, akt),
    loadOrganisation(store, tx),
    loadFamilyOfAkt(tx, akt),
  ]);
  const projects = store.projectors.map((projector) => projector(tx, akt));
  const [head, organisation, family] = await reading;
  if (head === undefined || family === undefined) return undefined;
  const read = { family, organisation, projects, head, before: head.state };
  return { ...read, steps: [], links: [], last: undefined };
}

/** Rows of follow-up say what the specification of the last command says. */
function isOtherPack({ last }: OpenAkt, pack: PackInUse): boolean {
  return last !== undefined && last.pack.digest !== pack.digest;
}

function takeOver(open: OpenAkt, { state, end, steps, links, pack, time }: DecidedRequest): void {
  if (state === undefined || end === undefined) return;
  open.head = { state, seq: end.seq, hash: Buffer.from(end.hash) };
  open.last = { pack, time };
  open.steps.push(...steps);
  open.links.push(...links);
  // Only the last rows are written: what the database refuses of those between has to be looked for.
  const runs = Object.values(state.matters).filter(
    (matter) => matterRow(state, matter).openInvestigation !== null,
  );
  if (runs.length > 1) throw new NotTogether("Two investigations of a child at the same time");
}

async function writeOpen(store: Store, tx: Tx, akt: Uuid, open: OpenAkt): Promise<void> {
  const { before, family, projects, steps, links, head, last } = open;
  if (last === undefined) return;
  const decided = { state: head.state, end: head, steps, links, warnings: [], clocks: [] };
  const { pack, time } = last;
  const about = { akt, before, family, pack, today: time.today };
  await writeAkt(store, tx, decided, { ...about, projects });
}

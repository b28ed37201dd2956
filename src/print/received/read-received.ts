import type { AktState, MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import { receivedProblems } from "../../domain/letters/enclosures.ts";
import { nameOn } from "../../domain/person/person-state.ts";
import { textOf } from "../../domain/read.ts";
import type { ReceivedState } from "../../domain/received/received-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { labelOf } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { type AccessEntry, logAccess } from "../../store/access-log.ts";
import { loadFamilyOfAkt, aroundChild, partiesOn } from "../../store/commands/load-akt.ts";
import { boardTime, loadOrganisation } from "../../store/commands/organisation.ts";
import type { Store } from "../../store/deps.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readStreamState } from "../../store/log/stream-state.ts";
import { aktFold } from "../../store/log/streams.ts";
import type { Tenant } from "../../store/tenant.ts";
import { readEvent, readEvents } from "../../store/views/read-akt.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { capital } from "../print-texts.ts";
import { reportAnswers } from "../report-answers.ts";
import { recipientsOn } from "../recipients.ts";
import { protectedDetails, reporterSecrets, textsOfKind } from "../secret-texts.ts";
import type { ReceivedFacts } from "./build-received.ts";

/** Which document that came in, for whom, and which of its pages; all where none are named. */
export interface ReceivedRequest {
  readonly akt: Uuid;
  readonly received: Uuid;
  /** A party, or the unit's own copy. */
  readonly recipient: Uuid | "internal";
  readonly fromPage?: number;
  readonly toPage?: number;
  readonly actor: Uuid;
  readonly access: AccessEntry;
}

/** A document that came in as the record has it, with its bytes and what must not stand in the copy. */
export interface ReceivedRecord {
  readonly matter: Uuid;
  readonly facts: Omit<ReceivedFacts, "pages">;
  readonly mediaType?: string;
  readonly bytes?: Buffer;
  readonly pageCount?: number;
  readonly reporterNames: readonly string[];
  readonly reporterRelations: readonly string[];
  readonly details: readonly string[];
}

/**
 * Reads a document that came in, for a copy. Refuses with `akt.not-found`, `received.not-found`,
 * `print.recipient-not-party`, and for a party as `receivedProblems` does: it is left out as a whole.
 */
export function readReceived(
  store: Store,
  tenant: Tenant,
  request: ReceivedRequest,
): Promise<Result<ReceivedRecord>> {
  return inTenant(store.pools.app, tenant, (tx) => readWithin(store, tx, request));
}

async function readWithin(
  store: Store,
  tx: Tx,
  request: ReceivedRequest,
): Promise<Result<ReceivedRecord>> {
  const head = await readStreamState(tx, aktFold, request.akt);
  const family = await loadFamilyOfAkt(tx, request.akt);
  if (head === undefined || family === undefined) {
    return fail(problem("akt.not-found", { status: 404 }));
  }
  const found = findReceived(head.state, request.received);
  if (found === undefined) return fail(problem("received.not-found", { status: 404 }));
  const { matter, received } = found;
  const organisation = await loadOrganisation(store, tx);
  const { now, today } = boardTime(store, organisation.board);
  logAccess(tx, "view", request.access, now);
  const { guardians } = partiesOn(family, today);
  const parties = recipientsOn(family.child, guardians, today);
  const party = parties.find(({ person }) => person === request.recipient);
  if (request.recipient !== "internal") {
    if (party === undefined) return fail(problem("print.recipient-not-party", { status: 409 }));
    const against = receivedProblems(received, matter, party.person);
    const blocking = against.filter(({ severity }) => severity === "block");
    if (blocking.length > 0) return fail([...blocking]);
  }
  const view = await readEvent(tx, request.akt, received.seq);
  if (view === undefined) return fail(problem("received.not-found", { status: 404 }));
  const [standing] = await standingViews(tx, head.state, [view]);
  const { event } = standing ?? view;
  const { pack } = store.packs.current(tx.tenant, matter.matter);
  const people = [family.child, ...guardians];
  const reports = await reportsOf(tx, head.state);
  const secrets = reporterSecrets(
    reports,
    people.map((one) => nameOn(one, today)),
  );
  const mine = party === undefined ? [] : [party.person];
  const file = received.file === undefined ? undefined : await findFile(tx, received.file);
  return ok({
    matter: matter.matter,
    facts: {
      ...factsOf(event.body.data, received, pack, party === undefined),
      takenInAt: event.recordedAt,
      board: { name: organisation.board.name, synthetic: organisation.board.synthetic },
      ...(party === undefined ? {} : { recipient: party.name }),
    },
    ...(file === undefined
      ? {}
      : { mediaType: file.mediaType, bytes: await readFileBytes(tx, file) }),
    ...(received.pages === undefined ? {} : { pageCount: received.pages }),
    reporterNames: textsOfKind(secrets, "reporter"),
    reporterRelations: textsOfKind(secrets, "reporter-relation"),
    details: protectedDetails([family.child, ...aroundChild(family)], mine, today)
      .filter(({ towards }) => mine.some((one) => towards?.includes(one) === true))
      .map(({ text }) => text),
  });
}

function findReceived(
  state: AktState,
  wanted: Uuid,
): { readonly matter: MatterState; readonly received: ReceivedState } | undefined {
  for (const matter of Object.values(state.matters)) {
    const received = matter.received?.find(({ document }) => document === wanted);
    if (received !== undefined) return { matter, received };
  }
  return undefined;
}

async function reportsOf(tx: Tx, state: AktState): Promise<readonly Answers[]> {
  const reports = Object.values(state.matters).flatMap((matter) => matter.reports);
  const events = await readEvents(
    tx,
    state.akt,
    reports.map(({ seq }) => seq),
  );
  // A name that was corrected is as secret as the one that took its place.
  const texts = await reportAnswers(tx, state, events);
  return [...texts.values()].flatMap(({ counts, first }) =>
    first === undefined ? [counts] : [counts, first],
  );
}

/** Sender and subject are for the unit: they may tell who reported (OSL 26:5). */
function factsOf(data: Answers, received: ReceivedState, pack: Pack, internal: boolean) {
  const text = textOf(data["text"]);
  const sender = [
    capital(labelOf(pack, "received-from", textOf(data["sender"]) ?? "", "sv")),
    textOf(data["senderName"]),
    textOf(data["about"]),
  ].filter((line) => line !== undefined && line !== "");
  return {
    received: received.document,
    kind: capital(labelOf(pack, "received-kind", received.kind ?? "", "sv")),
    arrivedOn: received.on,
    sender: internal ? sender.filter((line) => line !== undefined) : [],
    ...(text === undefined ? {} : { text }),
  };
}

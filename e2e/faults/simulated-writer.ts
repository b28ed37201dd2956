import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

import { call } from "../../web/api/client.ts";
import { endpoints } from "../../web/api/endpoints.ts";
import { DraftStore } from "../../web/drafts/draft-store.ts";
import type { DraftCopies } from "../../web/local-copy/types.ts";
import type { MatterPlace } from "../support/matters.ts";
import type { Chance } from "./chance.ts";
import { asPage, type Signed } from "./node-page.ts";
import { until } from "../support/until.ts";

/** A note that was signed, or is being signed, with the words that must be in it. */
export interface SignedNote {
  readonly commandId: string;
  readonly draft: string;
  readonly text: string;
  acknowledged: boolean;
}

/** A page that never dies: what is kept in browsers is tried with real ones. */
const noCopies: DraftCopies = { changed: () => undefined, take: async () => [] };

const PATIENCE_MS = 900_000;

/** Types notes and signs them with the code of the page, without a browser around it. */
export class SimulatedWriter {
  readonly signed: SignedNote[] = [];
  /** Times a writer's own text stood against itself. */
  selfConflicts = 0;
  words = 0;
  #text = "";
  #draft: DraftStore;
  readonly #name: string;
  readonly #as: Signed;
  readonly #place: MatterPlace;
  readonly #chance: Chance;

  constructor(name: string, as: Signed, place: MatterPlace, chance: Chance) {
    this.#name = name;
    this.#as = as;
    this.#place = place;
    this.#chance = chance;
    this.#draft = this.#newDraft();
  }

  /** Writes until told to stop, then has everything saved. */
  run(isOver: () => boolean): Promise<void> {
    return asPage(this.#as, async () => {
      while (!isOver()) {
        this.#typeWord();
        await wait(this.#chance.between(80, 400));
        if (this.#chance.next() < 0.03) await this.#sign();
      }
      await this.#allSaved();
    });
  }

  /** What is unsigned when it has stopped: the draft, and the words it must have. */
  rest(): { readonly draft: string; readonly text: string } {
    return { draft: this.#draft.draftId(), text: this.#text };
  }

  #typeWord(): void {
    this.words += 1;
    this.#text += `${this.#text === "" ? "" : " "}${this.#name}-${this.words}`;
    this.#draft.set("text", this.#text);
    if (this.#draft.snapshot().conflicts.size > 0) this.selfConflicts += 1;
  }

  async #allSaved(): Promise<void> {
    await until(`${this.#name} saves`, () => this.#draft.flush(), PATIENCE_MS);
  }

  async #sign(): Promise<void> {
    if (this.#text === "") return;
    await this.#allSaved();
    const draft = this.#draft.draftId();
    const note = { commandId: randomUUID(), draft, text: this.#text, acknowledged: false };
    this.signed.push(note);
    const { akt, matter } = this.#place;
    const body = { commandId: note.commandId, akt, matter, draft };
    // As the page does: the same command until it is answered.
    const sign = () => call(endpoints.signNote, { body, signal: AbortSignal.timeout(10_000) });
    await until(`${this.#name} signs`, () => sign().then(isTrue, () => false), PATIENCE_MS);
    note.acknowledged = true;
    this.#text = "";
    this.#draft = this.#newDraft();
  }

  #newDraft(): DraftStore {
    const { akt, matter } = this.#place;
    const target = { draft: randomUUID(), document: "note", akt, matter, item: randomUUID() };
    return new DraftStore(target, noCopies);
  }
}

const isTrue = (): true => true;

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Answers } from "../../src/domain/event.ts";
import { call, NoContactError } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import { answersOf, type LocalField, type LocalFields, orderOf } from "./draft-values.ts";
import { keyBetween } from "./order-key.ts";

/** The state of saving, in words beside the title. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "untouched" }
  | { readonly kind: "typing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "no-contact" }
  | { readonly kind: "refused" };

export interface DraftHandle {
  /** The id the server keeps the draft under: that of the one who opened it first. */
  readonly draftId: () => string;
  readonly answers: Answers;
  readonly saveState: SaveState;
  readonly ready: boolean;
  /** Paths where somebody else's text stands beside one's own. */
  readonly conflicts: ReadonlyMap<string, unknown>;
  readonly set: (path: string, value: unknown) => void;
  readonly choose: (path: string, value: unknown) => void;
  readonly addItem: (list: string, values?: Readonly<Record<string, unknown>>) => string;
  readonly removeItem: (list: string, id: string) => void;
  /** Saves what is typed now and answers whether all is stored. */
  readonly flush: () => Promise<boolean>;
}

export interface DraftTarget {
  readonly draft: string;
  readonly document: string;
  readonly akt?: string;
  readonly matter?: string;
  /** What the draft is about where there is no akt yet (the person of a protection assessment). */
  readonly item?: string;
}

/** Typing rests this long before it is saved; with the request it stays under the promised two seconds. */
const restMs = 700;
/** Longest time from a keystroke to its save, also for one who never pauses. */
const longestMs = 1500;
const retryMs = 2000;

/**
 * The one draft of a document, kept on the server: each changed field is saved within two seconds of the
 * keystroke, repeated until acknowledged, and flushed when the page is left.
 */
export function useDraft(target: DraftTarget): DraftHandle {
  const [fields, setFields] = useState<LocalFields>(new Map());
  const [saveState, setSaveState] = useState<SaveState>({ kind: "opening" });
  const latest = useRef<Map<string, LocalField>>(new Map());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const firstTyped = useRef<number | undefined>(undefined);
  const id = useRef(target.draft);
  const running = useRef<Promise<boolean> | undefined>(undefined);

  const publish = useCallback(() => setFields(new Map(latest.current)), []);

  const save = useCallback(
    async (keepalive = false): Promise<boolean> => {
      const pending = [...latest.current].filter(([, field]) => field.pending !== undefined);
      if (pending.length === 0) return true;
      firstTyped.current = undefined;
      setSaveState({ kind: "saving" });
      try {
        const answer = await call(endpoints.saveDraft, {
          keepalive,
          body: {
            draft: id.current,
            changes: pending.map(([path, field]) => ({
              path,
              base: field.rev,
              value: field.pending?.value ?? null,
              changeId: field.pending?.changeId ?? "",
            })),
          },
        });
        acknowledge(latest.current, new Map(pending), answer.fields);
        publish();
        const more = [...latest.current.values()].some((field) => field.pending !== undefined);
        setSaveState(more ? { kind: "typing" } : { kind: "saved", at: new Date(answer.savedAt) });
        return !more;
      } catch (error) {
        setSaveState({ kind: error instanceof NoContactError ? "no-contact" : "refused" });
        return false;
      }
    },
    [publish],
  );

  const saveInTurn = useCallback(
    async (keepalive = false): Promise<boolean> => {
      await running.current;
      const turn = save(keepalive);
      running.current = turn;
      return turn;
    },
    [save],
  );

  const schedule = useCallback(
    (wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void saveInTurn().then((done) => {
          if (!done) schedule(retryMs);
        });
      }, wait);
    },
    [saveInTurn],
  );

  const set = useCallback(
    (path: string, value: unknown) => {
      const before = latest.current.get(path) ?? { rev: 0, value: undefined };
      latest.current.set(path, { ...before, pending: { value, changeId: crypto.randomUUID() } });
      publish();
      setSaveState((state) => (state.kind === "no-contact" ? state : { kind: "typing" }));
      const now = performance.now();
      firstTyped.current ??= now;
      schedule(Math.max(0, Math.min(restMs, longestMs - (now - firstTyped.current))));
    },
    [publish, schedule],
  );

  const choose = useCallback(
    (path: string, value: unknown) => {
      const field = latest.current.get(path);
      if (field === undefined) return;
      void call(endpoints.saveDraft, {
        body: {
          draft: id.current,
          changes: [{ path, base: field.rev, value, changeId: crypto.randomUUID(), choose: true }],
        },
      }).then((answer) => {
        latest.current.delete(path);
        acknowledge(latest.current, new Map(), answer.fields);
        publish();
      });
    },
    [publish],
  );

  const addItem = useCallback(
    (list: string, values: Readonly<Record<string, unknown>> = {}) => {
      const id = crypto.randomUUID();
      set(`${list}/${id}/order`, keyBetween(orderOf(latest.current, list).at(-1), undefined));
      for (const [name, value] of Object.entries(values)) set(`${list}/${id}/${name}`, value);
      return id;
    },
    [set],
  );

  const removeItem = useCallback(
    (list: string, id: string) => set(`${list}/${id}/order`, null),
    [set],
  );

  useOpening(target, id, latest, publish, setSaveState);
  useLeaving(saveInTurn, timer);

  return useMemo(
    () => ({
      draftId: () => id.current,
      answers: answersOf(fields),
      saveState,
      ready: saveState.kind !== "opening",
      conflicts: conflictsOf(fields),
      set,
      choose,
      addItem,
      removeItem,
      flush: () => saveInTurn(),
    }),
    [fields, saveState, set, choose, addItem, removeItem, saveInTurn],
  );
}

/** Opens the draft and reads what is stored. */
function useOpening(
  target: DraftTarget,
  id: React.RefObject<string>,
  latest: React.RefObject<Map<string, LocalField>>,
  publish: () => void,
  setSaveState: (state: SaveState) => void,
): void {
  const { draft, document, akt, matter, item } = target;
  useEffect(() => {
    const abort = new AbortController();
    const body = {
      draft,
      document,
      ...(akt === undefined ? {} : { akt }),
      ...(matter === undefined ? {} : { matter }),
      ...(item === undefined ? {} : { item }),
    };
    call(endpoints.openDraft, { body, signal: abort.signal })
      .then((opened) => {
        id.current = opened.draft;
        acknowledge(latest.current, new Map(), opened.fields);
        publish();
        setSaveState({ kind: "untouched" });
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setSaveState({ kind: error instanceof NoContactError ? "no-contact" : "refused" });
      });
    return () => abort.abort();
  }, [draft, document, akt, matter, item, id, latest, publish, setSaveState]);
}

/** What is typed goes to the server when the page is hidden, left or closed. */
function useLeaving(
  save: (keepalive?: boolean) => Promise<boolean>,
  timer: React.RefObject<ReturnType<typeof setTimeout> | undefined>,
): void {
  useEffect(() => {
    const leave = (): void => void save(true);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      clearTimeout(timer.current);
      void save(true);
    };
  }, [save, timer]);
}

interface StoredField {
  readonly path: string;
  readonly rev: number;
  readonly value?: unknown;
  readonly other?: unknown;
}

/** Takes what the server stored; what was typed after the save stays pending on the new revision. */
function acknowledge(
  fields: Map<string, LocalField>,
  sent: ReadonlyMap<string, LocalField>,
  stored: readonly StoredField[],
): void {
  for (const field of stored) {
    const now = fields.get(field.path);
    const wasSent = sent.get(field.path)?.pending?.changeId;
    const still =
      now?.pending !== undefined && now.pending.changeId !== wasSent ? now.pending : undefined;
    fields.set(field.path, {
      rev: field.rev,
      value: field.value,
      ...(field.other === undefined ? {} : { other: field.other }),
      ...(still === undefined ? {} : { pending: still }),
    });
  }
}

function conflictsOf(fields: LocalFields): ReadonlyMap<string, unknown> {
  return new Map(
    [...fields].flatMap(([path, field]) =>
      field.other === undefined ? [] : [[path, field.other] as const],
    ),
  );
}

/** A key as the keyboard says it; letters in lower case. */
export interface Combo {
  readonly key: string;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
}

/**
 * Every key of the page, once: the handlers look up here what was pressed, and the map that `?` shows is drawn from
 * it. A key without a modifier is a letter while somebody writes, and a command only while nobody does. What a key
 * does is said in `web/text/keys.ts`, under the same name.
 */
export const keyTable = {
  palette: [{ key: "k", ctrl: true }],
  search: [{ key: "/" }],
  find: [{ key: "f" }],
  report: [{ key: "n" }],
  note: [{ key: "a" }, { key: "a", alt: true }],
  next: [{ key: "j" }],
  previous: [{ key: "k" }],
  map: [{ key: "?" }],
  fill: [{ key: ".", ctrl: true }],
  undo: [{ key: "z", ctrl: true }],
  redo: [
    { key: "z", ctrl: true, shift: true },
    { key: "y", ctrl: true },
  ],
} as const satisfies Readonly<Record<string, readonly Combo[]>>;

export type KeyId = keyof typeof keyTable;

/** What is asked of a press of a key. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command of a press; undefined where it is none. `writing`: the focus is in a text. */
export function commandOf(press: Press, writing: boolean): KeyId | undefined {
  return keyIds.find((id) => {
    const combos: readonly Combo[] = keyTable[id];
    return combos.some((combo) => isPress(combo, press) && (!writing || isHeld(combo)));
  });
}

/** Whether it takes a key held down: such a key is never a letter. */
function isHeld({ ctrl, alt }: Combo): boolean {
  return ctrl === true || alt === true;
}

/** Every command that has a key. */
export const keyIds: readonly KeyId[] = Object.keys(keyTable).filter(isKeyId);

function isKeyId(id: string): id is KeyId {
  return Object.hasOwn(keyTable, id);
}

function isPress(combo: Combo, press: Press): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if ((combo.ctrl === true) !== (ctrlKey || metaKey) || (combo.alt === true) !== altKey)
    return false;
  // A sign is what it is, whichever keys it takes on this keyboard.
  return isHeld(combo)
    ? key.toLowerCase() === combo.key && shiftKey === (combo.shift === true)
    : key === combo.key;
}

/** Keys that a part of the page answers itself, or the browser does: only for the map. */
export const nearKeys = {
  open: [["Enter"]],
  close: [["Esc"]],
  cite: [["@"]],
  phrase: [["//"]],
} as const;

/** A key as it is printed, a part each. */
export function printed({ key, ctrl, alt, shift }: Combo): readonly string[] {
  return [
    ...(ctrl === true ? ["Ctrl"] : []),
    ...(alt === true ? ["Alt"] : []),
    ...(shift === true ? ["Shift"] : []),
    ctrl === true || alt === true ? key.toUpperCase() : key,
  ];
}

/** Sizes of the map, in units of its own drawing. */
export const boxSize = { width: 172, height: 76 } as const;
const gap = 16;
const edge = 16;
/** Between two lines that run beside each other. */
const lane = 10;
const titleHeight = 28;
const frameGap = 24;

export interface Brood {
  readonly title: string;
  readonly parents: readonly string[];
  readonly members: readonly string[];
}

/** People who stand together without lines of their own. */
export interface Zone {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
}

export interface MapInput {
  readonly parentsTitle: string;
  readonly parents: readonly string[];
  readonly broods: readonly Brood[];
  readonly zones: readonly Zone[];
  /** Boxes beside each other, at least one. */
  readonly columns: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box extends Rect {
  readonly id: string;
}

export interface Frame extends Rect {
  readonly title: string;
  readonly kind: "parents" | "brood" | "zone";
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From a parent to the frame of its children: right angles only. */
export interface Line {
  readonly from: string;
  readonly points: readonly Point[];
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
}

/** As many boxes beside each other as a width has room for, at most `most`. */
export function columnsIn(width: number, most: number): number {
  const around = 2 * edge + 2 * gap + 3 * lane - gap;
  const fit = Math.floor((width - around) / (boxSize.width + gap));
  return Math.max(1, Math.min(most, fit));
}

/**
 * Where everybody stands: parents on top, below them the children of the same parents in a frame each, then the
 * others. A line leaves a parent downwards, runs between two rows to a lane of its own at the left edge, and from
 * there into the frame of the children: it never meets a box. The same input always gives the same picture.
 */
export function layoutMap(input: MapInput): MapLayout {
  const ties = input.broods.flatMap((brood, at) =>
    brood.parents.map((parent) => ({ parent, brood: at })),
  );
  const left = edge + (ties.length === 0 ? 0 : (ties.length + 1) * lane);
  const inner = input.columns * (boxSize.width + gap) - gap;
  const width = left + inner + 2 * gap + edge;
  const frameOf = (y: number, height: number): Rect => ({
    x: left,
    y,
    width: inner + 2 * gap,
    height,
  });
  const boxes: Box[] = [];
  const frames: Frame[] = [];
  const lines: Line[] = [];
  let y = edge;
  const tiesOfRow = rowsOf(input.parents, input.columns).map((row) =>
    ties.filter(({ parent }) => row.includes(parent)),
  );
  const starts = new Map<number, Point[]>();
  if (input.parents.length > 0) {
    const top = y;
    y += titleHeight;
    for (const [at, row] of rowsOf(input.parents, input.columns).entries()) {
      const placed = placeRow(row, left + gap, y);
      boxes.push(...placed);
      y += boxSize.height;
      const leaving = tiesOfRow[at] ?? [];
      for (const [index, tie] of leaving.entries()) {
        starts.set(ties.indexOf(tie), startOf(placed, tie.parent, leaving, index, y));
      }
      y += Math.max(gap, (leaving.length + 1) * lane);
    }
    frames.push({ title: input.parentsTitle, kind: "parents", ...frameOf(top, y - top) });
    y += frameGap;
  }
  for (const [at, brood] of input.broods.entries()) {
    const entering = ties.flatMap((tie, index) => (tie.brood === at ? [index] : []));
    const head = Math.max(titleHeight, (entering.length + 1) * lane);
    const bottom = placeGrid(boxes, brood.members, input.columns, left + gap, y + head);
    frames.push({ title: brood.title, kind: "brood", ...frameOf(y, bottom + gap - y) });
    for (const [place, index] of entering.entries()) {
      const x = edge + (index + 1) * lane;
      const into = y + (place + 1) * lane;
      const from = ties[index]?.parent ?? "";
      const start = starts.get(index) ?? [];
      const turn = start.at(-1)?.y ?? into;
      const points = [...start, { x, y: turn }, { x, y: into }, { x: left, y: into }];
      lines.push({ from, points });
    }
    y = bottom + gap + frameGap;
  }
  for (const zone of input.zones.filter(({ members }) => members.length > 0)) {
    const bottom = placeGrid(boxes, zone.members, input.columns, left + gap, y + titleHeight);
    frames.push({ title: zone.title, kind: "zone", ...frameOf(y, bottom + gap - y) });
    y = bottom + gap + frameGap;
  }
  return { width, height: Math.max(y - frameGap, edge) + edge, boxes, frames, lines };
}

/** Out of the bottom of a box, at a place of its own, down to a lane of its own under the row. */
function startOf(
  row: readonly Box[],
  parent: string,
  leaving: readonly { readonly parent: string }[],
  index: number,
  bottom: number,
): Point[] {
  const box = row.find(({ id }) => id === parent);
  if (box === undefined) return [];
  const mine = leaving.flatMap((tie, at) => (tie.parent === parent ? [at] : []));
  const share = (mine.indexOf(index) + 1) / (mine.length + 1);
  const x = box.x + box.width * share;
  return [
    { x, y: bottom },
    { x, y: bottom + (index + 1) * lane },
  ];
}

function rowsOf(ids: readonly string[], columns: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / columns) }, (_, row) =>
    ids.slice(row * columns, (row + 1) * columns),
  );
}

function placeRow(row: readonly string[], x: number, y: number): readonly Box[] {
  return row.map((id, at) => ({ id, x: x + at * (boxSize.width + gap), y, ...boxSize }));
}

/** Gives the bottom of the last row. */
function placeGrid(
  boxes: Box[],
  ids: readonly string[],
  columns: number,
  x: number,
  y: number,
): number {
  const rows = rowsOf(ids, columns);
  for (const [at, row] of rows.entries()) {
    boxes.push(...placeRow(row, x, y + at * (boxSize.height + gap)));
  }
  return y + rows.length * (boxSize.height + gap) - gap;
}

export type Direction = "up" | "down" | "left" | "right";

/** The nearest box in a direction, for the arrow keys: a step sideways counts more than one along the way. */
export function neighbour(
  boxes: readonly Box[],
  id: string,
  direction: Direction,
): string | undefined {
  const here = boxes.find((box) => box.id === id);
  if (here === undefined) return undefined;
  const across = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const box of boxes) {
    const along = sign * (across ? box.x - here.x : box.y - here.y);
    if (along <= 0) continue;
    const aside = Math.abs(across ? box.y - here.y : box.x - here.x);
    if (across && aside > 0) continue;
    const cost = along + aside * 2;
    if (best === undefined || cost < best.cost) best = { id: box.id, cost };
  }
  return best?.id;
}

/** A text in lines of so many letters, cut at words; what does not fit ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((each) => each !== "")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  return shown.map((line, at) => {
    const cut = line.length > letters || (at === most - 1 && lines.length > most);
    return cut ? `${line.slice(0, letters - 1)}…` : line;
  });
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boxSize,
  columnsIn,
  layoutMap,
  type MapInput,
  type MapLayout,
  neighbour,
  type Rect,
  wrapped,
} from "./layout.ts";

/** Some parents, broods of children with some of them each, and zones; everybody has an id of their own. */
const inputs = fc
  .record({
    parents: fc.integer({ min: 0, max: 7 }),
    broods: fc.array(
      fc.record({ members: fc.integer({ min: 1, max: 20 }), parents: fc.nat({ max: 127 }) }),
      { minLength: 1, maxLength: 6 },
    ),
    zones: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
    columns: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ parents, broods, zones, columns }): MapInput => {
    const ids = Array.from({ length: parents }, (_, at) => `parent ${at}`);
    return {
      parentsTitle: "Parents",
      parents: ids,
      broods: broods.map((brood, at) => ({
        title: `Brood ${at}`,
        parents: ids.filter((_, parent) => (brood.parents & (1 << parent)) !== 0),
        members: Array.from({ length: brood.members }, (_, child) => `child ${at} ${child}`),
      })),
      zones: zones.map((size, at) => ({
        id: `zone ${at}`,
        title: `Zone ${at}`,
        members: Array.from({ length: size }, (_, member) => `zone ${at} ${member}`),
      })),
      columns,
    };
  });

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The pieces of the lines, as flat rectangles. */
function pieces({ lines }: MapLayout): readonly Rect[] {
  return lines.flatMap(({ points }) =>
    points.slice(1).flatMap((point, at) => {
      const from = points[at];
      if (from === undefined) return [];
      return [
        {
          x: Math.min(from.x, point.x),
          y: Math.min(from.y, point.y),
          width: Math.abs(from.x - point.x),
          height: Math.abs(from.y - point.y),
        },
      ];
    }),
  );
}

/** Whether a piece of a line goes through the inside of a box. */
function through({ x, y, width, height }: Rect, box: Rect): boolean {
  return (
    x < box.x + box.width &&
    box.x < x + width + (width === 0 ? 0.001 : 0) &&
    y < box.y + box.height &&
    box.y < y + height + (height === 0 ? 0.001 : 0)
  );
}

/** What is wrong with a picture, in words. */
function faultsOf(layout: MapLayout): readonly string[] {
  const { boxes, frames, width, height } = layout;
  const lines = pieces(layout);
  const upon = <R extends Rect>(rects: readonly R[]) =>
    rects.some((rect, at) => rects.slice(at + 1).some((other) => overlaps(rect, other)));
  return [
    ...(upon(boxes) ? ["two boxes overlap"] : []),
    ...(upon(frames) ? ["two frames overlap"] : []),
    ...boxes.flatMap((box) => {
      const inside =
        box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height;
      return [
        ...(inside ? [] : [`${box.id} stands outside`]),
        ...(lines.some((piece) => through(piece, box)) ? [`a line goes through ${box.id}`] : []),
        ...(frames.filter((frame) => overlaps(frame, box)).length === 1
          ? []
          : [`${box.id} has not one frame`]),
      ];
    }),
  ];
}

describe("the map", () => {
  test("has everybody once, nobody upon another, everything inside, every line beside the boxes", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const layout = layoutMap(input);
        const asked = [
          ...input.parents,
          ...input.broods.flatMap(({ members }) => members),
          ...input.zones.flatMap(({ members }) => members),
        ];
        expect(layout.boxes.map(({ id }) => id).toSorted()).toEqual(asked.toSorted());
        expect(faultsOf(layout)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("ties each parent to each of its broods, by lines that never lie upon each other", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const layout = layoutMap(input);
        const ties = input.broods.flatMap(({ parents }) => parents);
        expect(layout.lines.map(({ from }) => from).toSorted()).toEqual(ties.toSorted());
        const upright = pieces(layout).filter(({ width, height }) => width === 0 && height > 0);
        const flat = pieces(layout).filter(({ width, height }) => height === 0 && width > 0);
        for (const same of [upright, flat]) {
          const keys = same.map(({ x, y, width }) => (width === 0 ? `x${x} ${y}` : `y${y} ${x}`));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is the same picture for the same input", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(layoutMap(input)).toEqual(layoutMap(input));
      }),
      { numRuns: 20 },
    );
  });

  test("of 40 brothers and sisters is made in a blink and stays as narrow as its columns", () => {
    const members = Array.from({ length: 40 }, (_, at) => `child ${at}`);
    const brood = { title: "", parents: ["mum", "dad"], members };
    const input = {
      parentsTitle: "",
      parents: ["dad", "mum"],
      broods: [brood],
      zones: [],
      columns: 5,
    };
    // The best of some tries: another's work on the machine may hold up any one of them.
    const tries = Array.from({ length: 10 }, () => {
      const started = performance.now();
      layoutMap(input);
      return performance.now() - started;
    });
    expect(Math.min(...tries)).toBeLessThan(50);
    const layout = layoutMap(input);
    const { width, height } = layout;
    expect(width).toBeLessThan(1120);
    expect(height).toBeLessThan(1100);
    expect(faultsOf(layout)).toEqual([]);
  });
});

test("arrow keys go to the nearest box of the row, and to the row above or below", () => {
  const box = (id: string, column: number, row: number) => ({
    id,
    x: column * 200,
    y: row * 100,
    ...boxSize,
  });
  const boxes = [box("a", 0, 0), box("b", 1, 0), box("c", 0, 1), box("d", 1, 1), box("e", 0, 2)];
  expect(neighbour(boxes, "a", "right")).toBe("b");
  expect(neighbour(boxes, "b", "down")).toBe("d");
  expect(neighbour(boxes, "d", "down")).toBe("e");
  expect(neighbour(boxes, "e", "up")).toBe("c");
  expect(neighbour(boxes, "b", "right")).toBeUndefined();
  expect(neighbour(boxes, "gone", "up")).toBeUndefined();
});

test("a name is broken at its words, and what has no room is cut", () => {
  expect(wrapped("Karin Almroth", 20, 2)).toEqual(["Karin Almroth"]);
  expect(wrapped("Maria Margareta Lindqvist-Bergström", 20, 2)).toEqual([
    "Maria Margareta",
    "Lindqvist-Bergström",
  ]);
  expect(wrapped("Ettlångtordutanmellanslag", 10, 2)).toEqual(["Ettlångto…"]);
  expect(wrapped("en två tre fyra", 6, 1)).toEqual(["en tv…"]);
  expect(wrapped("", 10, 2)).toEqual([]);
});

test("at least one box fits beside each other, and never more than asked", () => {
  expect([columnsIn(320, 5), columnsIn(1366, 5), columnsIn(700, 5)]).toEqual([1, 5, 3]);
});

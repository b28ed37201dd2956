import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { networkText } from "../../text/network.ts";
import { useText } from "../../text/text.ts";
import {
  type Box,
  boxSize,
  columnsIn,
  type Direction,
  layoutMap,
  type MapLayout,
  neighbour,
  wrapped,
} from "./layout.ts";
import type { Member, NetworkModel } from "./model.ts";

const mostColumns = 5;
/** Letters of the two sizes that a box has room for. */
const nameLetters = 21;
const smallLetters = 28;
const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

interface Props {
  readonly model: NetworkModel;
  readonly onOpen: (member: Member) => void;
}

/** The people as a drawing. The list beside it says the same; the arrow keys go from one to the next. */
export function NetworkMap({ model, onOpen }: Props) {
  const t = useText(networkText);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame);
  const layout = useMemo(() => layoutMap({ ...model.input, columns }), [model, columns]);
  const child = [...model.members.values()].find(({ isChild }) => isChild)?.id ?? "";
  const [at, setAt] = useState(child);
  const active = layout.boxes.some(({ id }) => id === at) ? at : child;
  const id = useId();
  function onKeyDown(event: KeyboardEvent): void {
    const direction = directions[event.key];
    const member = model.members.get(active);
    if (direction !== undefined) {
      event.preventDefault();
      const next = neighbour(layout.boxes, active, direction);
      if (next === undefined) return;
      setAt(next);
      document.getElementById(boxId(id, layout, next))?.focus();
    } else if ((event.key === "Enter" || event.key === " ") && member !== undefined) {
      event.preventDefault();
      onOpen(member);
    }
  }
  return (
    <div ref={frame} className="network-map">
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        style={{ maxWidth: `${layout.width}px` }}
        role="group"
        aria-label={t("map")}
      >
        <Frames layout={layout} />
        {layout.boxes.map((box) => {
          const member = model.members.get(box.id);
          return member === undefined ? null : (
            <Person
              key={box.id}
              id={boxId(id, layout, box.id)}
              box={box}
              member={member}
              active={box.id === active}
              onFocus={() => setAt(box.id)}
              onKeyDown={onKeyDown}
              onOpen={onOpen}
            />
          );
        })}
      </svg>
    </div>
  );
}

/** No id of a person stands in an id of the page. */
function boxId(id: string, { boxes }: MapLayout, member: string): string {
  return `${id}-${boxes.findIndex((box) => box.id === member)}`;
}

function useColumns(frame: RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(mostColumns);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      // On paper the drawing keeps the columns it had, and is scaled to the sheet.
      if (!matchMedia("print").matches) setColumns(columnsIn(element.clientWidth, mostColumns));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return columns;
}

function Frames({ layout: { frames, lines } }: { readonly layout: MapLayout }) {
  return (
    <g aria-hidden="true">
      {frames.map(({ title, kind, x, y, width, height }) => (
        <g key={`${kind} ${y}`} className={`network-frame ${kind}`}>
          <rect x={x} y={y} width={width} height={height} rx="6" />
          <text x={x + 16} y={y + 19}>
            {wrapped(title, Math.floor(width / 7), 1)[0]}
          </text>
        </g>
      ))}
      {lines.map(({ from, points }) => (
        <polyline
          key={`${from} ${points.map((point) => point.y).join(" ")}`}
          className="network-line"
          points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        />
      ))}
    </g>
  );
}

interface PersonProps {
  readonly id: string;
  readonly box: Box;
  readonly member: Member;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: (member: Member) => void;
}

/** Its own texts name it: a space ends each of them, so that they are heard as words. */
function Person({ id, box, member, active, onFocus, onKeyDown, onOpen }: PersonProps) {
  const t = useText(networkText);
  const { name, person, isChild, ties } = member;
  const age = person === undefined || person.age === null ? [] : [t("age", { n: person.age })];
  const small = [...age, ties.map(({ words }) => words).join(", ")].join(", ");
  const days = [...new Set(ties.map((tie) => tie.days))].filter((each) => each !== "").join("; ");
  const lines = wrapped(name, nameLetters, 2);
  const { x, y, width, height } = box;
  return (
    <g
      id={id}
      className={isChild ? "network-person child" : "network-person"}
      role={person === undefined ? "img" : "button"}
      aria-label={person === undefined ? [name, small].join(", ") : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={() => onOpen(member)}
    >
      <rect x={x} y={y} width={width} height={height} rx="4" />
      {lines.map((line, at) => (
        <text key={line} className="network-name" x={x + 10} y={y + 20 + at * 17}>
          {`${line} `}
        </text>
      ))}
      <text x={x + 10} y={y + 20 + lines.length * 17}>
        {`${wrapped(small, smallLetters, 1)[0] ?? ""} `}
      </text>
      <text className="network-days" x={x + 10} y={y + boxSize.height - 6}>
        {lines.length > 1 && days === "" ? "" : wrapped(days, smallLetters, 1)[0]}
      </text>
    </g>
  );
}

import { useEffect, useId, useRef, useState } from "react";
import { textOf } from "../../../src/domain/read.ts";
import { Tag } from "../../components/tag/tag.tsx";
import type { DraftHandle } from "../../drafts/use-draft.ts";
import { itemsIn } from "../../spec/items-in.ts";
import { codeLabel, codesOf, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { disclosureText } from "../../text/disclosure.ts";
import { useLang, useText } from "../../text/text.ts";
import { type Material, placeId } from "./material.ts";

type Entry = Material["entries"][number];
type Part = Entry["parts"][number];

const LIST = "withheld";
const grounds = "secrecy-ground";
/** The ground of leaving out everything at once; each can be changed. */
const harm = "harm";

/** What has been marked, and how it is changed. The empty part is the whole entry. */
interface Marks {
  readonly groundOf: (entry: number, part: string) => string;
  readonly mark: (entry: number, part: string, ground: string) => void;
}

function useMarks(draft: DraftHandle): Marks & { readonly count: number } {
  const items = itemsIn(draft.answers[LIST]);
  const find = (entry: number, part: string) =>
    items.find((item) => item["entry"] === entry && (item["part"] ?? "") === part);
  return {
    count: items.length,
    groundOf: (entry, part) => textOf(find(entry, part)?.["ground"]) ?? "",
    mark: (entry, part, ground) => {
      const known = find(entry, part);
      if (known === undefined) {
        if (ground !== "") draft.addItem(LIST, { entry, part, ground });
      } else if (ground === "") draft.removeItem(LIST, known.id);
      else draft.set(`${LIST}/${known.id}/ground`, ground);
    },
  };
}

/** An examination that is made again begins with what the one before left out. */
function useEarlierMarks({ withheld }: Material, draft: DraftHandle): void {
  const done = useRef(false);
  const { specDigest, addItem } = draft;
  const empty = itemsIn(draft.answers[LIST]).length === 0;
  useEffect(() => {
    if (specDigest === undefined || done.current) return;
    done.current = true;
    if (empty) for (const mark of withheld) addItem(LIST, mark);
  }, [specDigest, addItem, empty, withheld]);
}

/** Every entry with its paragraphs, and what becomes of each. */
export function Examination({
  material,
  draft,
}: {
  readonly material: Material;
  readonly draft: DraftHandle;
}) {
  const t = useText(disclosureText);
  const id = useId();
  const marks = useMarks(draft);
  useEarlierMarks(material, draft);
  const [onlyMarked, setOnlyMarked] = useState(false);
  const { entries } = material;
  const looked = entries.flatMap(({ parts }) => parts).filter(({ hints }) => hints.length > 0);
  const shown = onlyMarked
    ? entries.filter(({ parts }) => parts.some(({ hints }) => hints.length > 0))
    : entries;
  if (entries.length === 0) return <p>{t("nothing")}</p>;
  return (
    <div className="examination">
      <p className="quiet">{t("paragraphsHelp")}</p>
      <p role="status">
        {t("tally", { n: entries.length, parts: looked.length, out: marks.count })}
      </p>
      <div className="row no-print">
        <label className="choice" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={onlyMarked}
            onChange={(event) => setOnlyMarked(event.target.checked)}
          />
          {t("onlyMarked")}
        </label>
        <button
          type="button"
          onClick={() => {
            for (const { seq } of entries) {
              if (marks.groundOf(seq, "") === "") marks.mark(seq, "", harm);
            }
          }}
        >
          {t("allOut")}
        </button>
      </div>
      <ol className="examined-entries">
        {shown.map((entry) => (
          <EntryRow key={entry.seq} entry={entry} marks={marks} today={material.today} />
        ))}
      </ol>
    </div>
  );
}

function EntryRow({
  entry,
  marks,
  today,
}: {
  readonly entry: Entry;
  readonly marks: Marks;
  readonly today: string;
}) {
  const t = useText(disclosureText);
  const { lang } = useLang();
  const { seq, on, title, author, parts, original } = entry;
  const out = marks.groundOf(seq, "") !== "";
  return (
    <li>
      <div className="examined-head">
        <h3>
          {fullDay(on, lang)}: {title}
        </h3>
        {author === "" ? null : <span className="quiet">{t("by", { name: author })}</span>}
        <GroundChoice
          name={t("groundWhole", { day: fullDay(on, lang) })}
          value={marks.groundOf(seq, "")}
          today={today}
          given={`${t("whole")}: ${t("give")}`}
          onChange={(ground) => marks.mark(seq, "", ground)}
        />
      </div>
      {original ? <p className="quiet">{t("original")}</p> : null}
      {out
        ? null
        : parts.map((part, at) => (
            <PartRow key={part.id} at={at} seq={seq} part={part} marks={marks} today={today} />
          ))}
    </li>
  );
}

function PartRow({
  at,
  seq,
  part,
  marks,
  today,
}: {
  readonly at: number;
  readonly seq: number;
  readonly part: Part;
  readonly marks: Marks;
  readonly today: string;
}) {
  const t = useText(disclosureText);
  const { lang } = useLang();
  const pack = usePack();
  const words = (ground: string) => codeLabel(pack, grounds, ground)[lang];
  const { id, label, text, closed, hints } = part;
  const ground = marks.groundOf(seq, id);
  const out = closed !== null || ground !== "";
  return (
    <div className={`examined-part${out ? " out" : ""}`} id={placeId(`/entries/${seq}/${id}`)}>
      <div>
        <p className="examined-label">{label}</p>
        <p className="examined-text" lang="sv">
          {text}
        </p>
      </div>
      <div className="examined-choice">
        {hints.map((hint) => (
          <Tag key={hint} tone="warn">
            {t("look", { ground: words(hint) })}
          </Tag>
        ))}
        {closed === null ? (
          <GroundChoice
            name={t("ground", { n: at + 1, label })}
            value={ground}
            today={today}
            given={t("give")}
            onChange={(next) => marks.mark(seq, id, next)}
          />
        ) : (
          <Tag>{t("closed", { ground: words(closed) })}</Tag>
        )}
      </div>
    </div>
  );
}

function GroundChoice({
  name,
  value,
  given,
  today,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly given: string;
  readonly today: string;
  readonly onChange: (ground: string) => void;
}) {
  const { lang } = useLang();
  const pack = usePack();
  return (
    <select
      aria-label={name}
      className="no-print"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{given}</option>
      {codesOf(pack, grounds, today).map(({ id, label }) => (
        <option key={id} value={id}>
          {label[lang]}
        </option>
      ))}
    </select>
  );
}

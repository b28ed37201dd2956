import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { CITATIONS, marksIn, markText } from "../../src/domain/sources/citations.ts";
import { describedBy, type FieldFrame, FieldShell } from "../spec/fields/field-shell.tsx";
import { textNow, useWrittenText } from "../spec/fields/use-written-text.ts";
import { useForm } from "../spec/form-context.ts";
import { type BesideValue, useSourceChoices } from "./beside-context.ts";
import { CarriedNotice } from "./carried-notice.tsx";
import { CitedSources } from "./cited-sources.tsx";
import { citationOfChoice, nextMark, type SourceChoice } from "./source-choices.ts";
import { SourcePicker } from "./source-picker.tsx";
import { TextTools } from "./text-tools.tsx";
import "./sources.css";

/** Where in the text a source is to be named: the sign that asked for it stands between `from` and `to`. */
interface Asked {
  readonly from: number;
  readonly to: number;
}

interface CitingTextProps {
  readonly frame: FieldFrame;
  readonly path: string;
  readonly given: unknown;
  readonly beside: BesideValue;
}

/** What the page shows of a text beside it. */
interface Told {
  /** Something stands in it. */
  readonly written: boolean;
  /** The sources it names. */
  readonly marks: readonly number[];
}

/** Narrative text with its sources: `@` finds one, and what the text names stands below it. */
export function CitingText({ frame, path, given, beside }: CitingTextProps): ReactNode {
  const form = useForm();
  const [{ written, marks }, setTold] = useState(() => toldIn(textNow(form.live, path, given)));
  const { area, begins, text, put } = useWrittenText(path, given, {
    onText: (now) => setTold((before) => withTold(before, now)),
    onTyped: ({ before, text: now, caret }) => {
      if (beside.mayCite && asksForSource(before, now, caret)) {
        setAsked({ from: caret - 1, to: caret });
      }
    },
  });
  const [asked, setAsked] = useState<Asked>();
  const moveTo = useCaret(area, asked);

  function putAt(words: string, { from, to }: Asked): void {
    put(`${text().slice(0, from)}${words}${text().slice(to)}`);
    moveTo(from + words.length);
    setAsked(undefined);
  }

  function choose(choice: SourceChoice): void {
    if (asked === undefined) return;
    const list = form.live?.valueAt(CITATIONS);
    const answers = list === undefined ? {} : { [CITATIONS]: list };
    const known = citationOfChoice(answers, choice);
    const mark = known?.mark ?? nextMark(answers);
    if (known === undefined) form.addItem(CITATIONS, citationValues(choice, mark));
    putAt(markText(mark), asked);
  }

  function leave(more: string, back: boolean): void {
    if (asked === undefined) return;
    const { from, to } = asked;
    const sign = text().slice(from, to);
    if (back) putAt(`${sign}${more}`, asked);
    else {
      if (more !== "") put(`${text().slice(0, to)}${more}${text().slice(to)}`);
      setAsked(undefined);
    }
  }

  function ask(): void {
    const at = area.current?.selectionEnd ?? text().length;
    setAsked({ from: at, to: at });
  }

  return (
    <FieldShell frame={frame}>
      <div className="citing">
        <textarea
          id={frame.id}
          ref={area}
          aria-describedby={describedBy(frame)}
          {...(frame.problems.length > 0 ? { "aria-invalid": true } : {})}
          lang="sv"
          spellCheck
          rows={4}
          defaultValue={begins}
        />
        {asked === undefined ? null : <Picker onChoose={choose} onLeave={leave} />}
        <CitedSources marks={marks} beside={beside} />
        <CarriedNotice path={path} beside={beside} />
        <TextTools
          field={frame.field}
          path={path}
          beside={beside}
          written={written}
          onCite={beside.mayCite ? ask : undefined}
        />
      </div>
    </FieldShell>
  );
}

function Picker(props: {
  readonly onChoose: (choice: SourceChoice) => void;
  readonly onLeave: (typed: string, back: boolean) => void;
}) {
  return <SourcePicker choices={useSourceChoices()} {...props} />;
}

function toldIn(text: string): Told {
  return { written: text.trim() !== "", marks: marksIn(text) };
}

/** What is told of a text; the same object as before where it says the same, so that nothing is drawn. */
function withTold(before: Told, text: string): Told {
  const now = toldIn(text);
  const isSame =
    now.written === before.written &&
    now.marks.length === before.marks.length &&
    now.marks.every((mark, at) => mark === before.marks[at]);
  return isSame ? before : now;
}

/** Puts the caret where the writer goes on, once the list of sources is gone. */
function useCaret(
  area: RefObject<HTMLTextAreaElement | null>,
  asked: Asked | undefined,
): (at: number) => void {
  const caret = useRef<number>(undefined);
  useEffect(() => {
    const at = caret.current;
    if (at === undefined || asked !== undefined) return;
    caret.current = undefined;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  }, [area, asked]);
  return (at) => {
    caret.current = at;
  };
}

/** Whether the sign was typed just now, where a word begins: in an address it asks for nothing. */
export function asksForSource(before: string, after: string, caret: number): boolean {
  if (after.length !== before.length + 1 || after.charAt(caret - 1) !== "@") return false;
  return caret === 1 || /[\s([”"]/u.test(after.charAt(caret - 2));
}

function citationValues(
  { kind, entry, part, on }: SourceChoice,
  mark: number,
): Readonly<Record<string, unknown>> {
  return {
    mark,
    kind,
    ...(entry === undefined ? {} : { entry }),
    ...(part === undefined ? {} : { part }),
    ...(on === undefined ? {} : { on }),
  };
}

import {
  type ChangeEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { citationsOf, marksIn, markText } from "../../src/domain/sources/citations.ts";
import { describedBy, type FieldFrame, FieldShell } from "../spec/fields/field-shell.tsx";
import { useForm } from "../spec/form-context.ts";
import type { BesideValue } from "./beside-context.ts";
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
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly beside: BesideValue;
}

/** Narrative text with its sources: `@` finds one, and what the text names stands below it. */
export function CitingText({ frame, path, value, onChange, beside }: CitingTextProps): ReactNode {
  const form = useForm();
  const text = typeof value === "string" ? value : "";
  const area = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const moveTo = useCaret(area, text, asked);

  function typed(event: ChangeEvent<HTMLTextAreaElement>): void {
    const { value: next, selectionStart } = event.target;
    onChange(next);
    if (beside.mayCite && asksForSource(text, next, selectionStart)) {
      setAsked({ from: selectionStart - 1, to: selectionStart });
    }
  }

  function put(words: string, { from, to }: Asked): void {
    onChange(`${text.slice(0, from)}${words}${text.slice(to)}`);
    moveTo(from + words.length);
    setAsked(undefined);
  }

  function choose(choice: SourceChoice): void {
    if (asked === undefined) return;
    const known = citationOfChoice(form.answers, choice);
    const mark = known?.mark ?? nextMark(form.answers);
    if (known === undefined) form.addItem("citations", citationValues(choice, mark));
    put(markText(mark), asked);
  }

  function leave(more: string, back: boolean): void {
    if (asked === undefined) return;
    const { from, to } = asked;
    const sign = text.slice(from, to);
    if (back) put(`${sign}${more}`, asked);
    else {
      if (more !== "") onChange(`${text.slice(0, to)}${more}${text.slice(to)}`);
      setAsked(undefined);
    }
  }

  function ask(): void {
    const at = area.current?.selectionEnd ?? text.length;
    setAsked({ from: at, to: at });
  }

  const named = marksIn(text);
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
          value={text}
          onChange={typed}
        />
        {asked === undefined ? null : (
          <SourcePicker choices={beside.choices} onChoose={choose} onLeave={leave} />
        )}
        <CitedSources
          citations={citationsOf(form.answers).filter(({ mark }) => named.includes(mark))}
          beside={beside}
        />
        <CarriedNotice path={path} beside={beside} />
        <TextTools
          field={frame.field}
          path={path}
          beside={beside}
          written={text.trim() !== ""}
          onCite={beside.mayCite ? ask : undefined}
        />
      </div>
    </FieldShell>
  );
}

/** Puts the caret where the writer goes on, once the text stands as it was changed and the list is gone. */
function useCaret(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  asked: Asked | undefined,
): (at: number) => void {
  const caret = useRef<number>(undefined);
  useEffect(() => {
    const at = caret.current;
    if (at === undefined || asked !== undefined) return;
    caret.current = undefined;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  }, [area, text, asked]);
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

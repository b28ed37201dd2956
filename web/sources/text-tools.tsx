import { type KeyboardEvent, useRef, useState } from "react";
import type { Field } from "../../src/spec/types.ts";
import { useAnswer } from "../spec/form-context.ts";
import { useSay } from "../spec/use-pack.ts";
import { sourcesText } from "../text/sources.ts";
import { useText } from "../text/text.ts";
import type { BesideValue } from "./beside-context.ts";
import { ABOUT } from "./earlier-texts.ts";

interface Tool {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly use: () => void;
}

/** Earlier texts are about the same: what that is can be answered later than the text is shown. */
function useWhatItIsAbout(path: string): void {
  const item = path.slice(0, path.lastIndexOf("/") + 1);
  const [first, second] = ABOUT;
  useAnswer(`${item}${first}`, undefined);
  useAnswer(`${item}${second}`, undefined);
}

/** What a text can be given, in one quiet row below it: one stop for the keyboard, arrows within. */
export function TextTools({
  field,
  path,
  beside,
  written,
  onCite,
}: {
  readonly field: Field;
  readonly path: string;
  readonly beside: BesideValue;
  /** Something stands in it. */
  readonly written: boolean;
  readonly onCite: (() => void) | undefined;
}) {
  const t = useText(sourcesText);
  const say = useSay();
  const row = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { openPast } = beside;
  useWhatItIsAbout(path);
  const earlier = beside.earlierOf(path).length;
  const tools: readonly Tool[] = [
    ...(onCite === undefined
      ? []
      : [{ id: "cite", label: t("cite"), hint: t("citeKey"), use: onCite }]),
    ...(earlier === 0
      ? []
      : [
          {
            id: "earlier",
            label: t("earlier", { n: earlier }),
            use: () => beside.openEarlier(field, path),
          },
        ]),
    ...(openPast === undefined || !written
      ? []
      : [{ id: "past", label: t("past"), use: () => openPast(field, path) }]),
    ...(beside.hasGuidance(field, path)
      ? [{ id: "guidance", label: t("guidance"), use: () => beside.openGuidance(field, path) }]
      : []),
  ];
  if (tools.length === 0) return null;
  const current = Math.min(at, tools.length - 1);

  function onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (current + step + tools.length) % tools.length;
    setAt(next);
    row.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div
      className="text-tools"
      role="toolbar"
      tabIndex={-1}
      aria-label={t("support", { field: say(field.label) })}
      ref={row}
      onKeyDown={onKey}
    >
      {tools.map(({ id, label, hint, use }, index) => (
        <button
          key={id}
          type="button"
          className="plain small"
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setAt(index)}
          onClick={use}
        >
          {label}
          {hint === undefined ? null : <span className="quiet tool-hint"> {hint}</span>}
        </button>
      ))}
    </div>
  );
}

import { useEffect, useId, useRef, useState } from "react";
import { call } from "../../api/client.ts";
import { useCommand } from "../../api/use-command.ts";
import { endpoints } from "../../api/endpoints.ts";
import { identityText } from "../../text/identity.ts";
import { intakeText } from "../../text/intake.ts";
import { useLang, useText } from "../../text/text.ts";
import { LikelyDoubles, type LikelyDouble } from "../search/likely-doubles.tsx";
import type { ChosenChild } from "./child-picker.tsx";

export interface NewPersonProps {
  /** What was searched for: a name is taken over. */
  readonly typed: string;
  readonly onDone: (child: ChosenChild) => void;
  readonly onCancel: () => void;
}

interface Typed {
  readonly givenName: string;
  readonly familyName: string;
  readonly identityNumber: string;
  readonly birthDate: string;
}

/** Registers a person with as little as a name; the rest can come later. */
export function NewPerson({ typed, onDone, onCancel }: NewPersonProps) {
  const t = useText(intakeText);
  const i = useText(identityText);
  const [person] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<Typed>(() => takenOver(typed));
  const { state, send } = useCommand(endpoints.registerPerson);
  // The button that asked for the fields is gone.
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector("input")?.focus(), []);

  const [doubles, setDoubles] = useState<readonly LikelyDouble[]>([]);
  const looked = useRef<Typed>(undefined);

  /** Who may be the same person is shown first, once for what is typed; to register is then a choice. */
  async function lookFirst(): Promise<boolean> {
    if (looked.current === values) return true;
    looked.current = values;
    const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
    const found = await call(endpoints.findDoubles, { body: { givenName: "", ...body } }).catch(
      () => undefined,
    );
    setDoubles(found?.doubles ?? []);
    return found === undefined || found.doubles.length === 0;
  }

  async function register(): Promise<void> {
    if (!(await lookFirst())) return;
    const data = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
    const answer = await send((commandId) => ({ commandId, person, data, relations: [] }));
    if (answer === undefined) return;
    onDone({ person, name: `${values.givenName} ${values.familyName}`.trim(), running: false });
  }

  const field = (
    name: keyof Typed,
    label: string,
    type: "text" | "date" = "text",
    help?: string,
  ) => (
    <PlainInput
      name={name}
      label={label}
      type={type}
      help={help}
      value={values[name]}
      problems={state.problems}
      onChange={(value) => setValues((all) => ({ ...all, [name]: value }))}
    />
  );
  const general = state.problems.filter((found) => found.pointer === undefined);
  return (
    <div ref={group} className="new-person" role="group" aria-label={t("newPerson")}>
      <Problems problems={general} />
      {field("givenName", t("given"))}
      {field("familyName", t("family"))}
      {field("identityNumber", t("number"), "text", t("numberHelp"))}
      {field("birthDate", t("birth"), "date")}
      <div aria-live="polite">
        <LikelyDoubles doubles={doubles}>
          {(double) =>
            double.kind === "twins" ? null : (
              <button
                type="button"
                onClick={() => onDone({ person: double.person, name: double.name, running: false })}
              >
                {i("thisOne")}
                <span className="visually-hidden">: {double.name}</span>
              </button>
            )
          }
        </LikelyDoubles>
      </div>
      <div className="row">
        <button
          type="button"
          className="primary"
          aria-disabled={state.sending}
          onClick={() => void register()}
        >
          {doubles.length === 0 ? t("register") : i("registerAnyway")}
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}

function takenOver(typed: string): Typed {
  const text = typed.trim();
  const empty = { givenName: "", familyName: "", identityNumber: "", birthDate: "" };
  if (/\d/u.test(text)) return { ...empty, identityNumber: text };
  const [givenName = "", ...rest] = text.split(/\s+/u);
  return { ...empty, givenName, familyName: rest.join(" ") };
}

interface PlainInputProps {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "date";
  readonly help: string | undefined;
  readonly value: string;
  readonly problems: readonly {
    readonly id: string;
    readonly pointer?: string | undefined;
    readonly sv: string;
    readonly en: string;
  }[];
  readonly onChange: (value: string) => void;
}

function PlainInput({ name, label, type, help, value, problems, onChange }: PlainInputProps) {
  const id = useId();
  const mine = problems.filter((found) => found.pointer?.endsWith(`/${name}`) === true);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Problems problems={mine} id={`${id}-problem`} />
      <input
        id={id}
        type={type}
        autoComplete="off"
        aria-invalid={mine.length > 0}
        aria-describedby={
          [help === undefined ? "" : `${id}-help`, mine.length > 0 ? `${id}-problem` : ""]
            .join(" ")
            .trim() || undefined
        }
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Problems({
  problems,
  id,
}: {
  readonly problems: PlainInputProps["problems"];
  readonly id?: string;
}) {
  const { lang } = useLang();
  if (problems.length === 0) return null;
  return (
    <p className="field-problem" role="alert" id={id}>
      {problems.map((found) => found[lang]).join(" ")}
    </p>
  );
}

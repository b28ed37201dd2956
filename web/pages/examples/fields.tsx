import { useState } from "react";
import { OneOfField, SomeOfField, YesNoField } from "../../spec/fields/choice-field.tsx";
import type { FieldFrame } from "../../spec/fields/field-shell.tsx";
import { LongTextField } from "../../spec/fields/long-text-field.tsx";
import { DateField, NumberField, TextField } from "../../spec/fields/plain-field.tsx";
import { FormAround } from "../../spec/form-around.tsx";
import type { FormContextValue } from "../../spec/form-context.ts";
import { OthersText } from "../../spec/others-text.tsx";
import { plainDate } from "../../../src/kernel/plain-date.ts";
import type { Field, FieldType, Pack } from "../../../src/spec/types.ts";
import { sampleProblems } from "./sample.ts";

const choices = [
  { id: "alone", label: "samtal enskilt" },
  { id: "guardian", label: "samtal med vårdnadshavare närvarande", help: "Den vuxne var med." },
  { id: "support", label: "behov av tolk eller kommunikationsstöd ej löst" },
];
/** The field that is written in. */
const WRITTEN = "filled";
/** So many that they stand in a list, or in columns. */
const many = [
  ...choices,
  ...Array.from({ length: 9 }, (_, n) => ({ id: `more-${n}`, label: `ännu ett svar ${n + 1}` })),
];

function frameOf(
  id: string,
  label: string,
  type: FieldType,
  more: Partial<Field> = {},
  refused = false,
): FieldFrame {
  const field: Field = {
    id,
    label: { sv: label, en: label },
    help: { sv: "Några meningar räcker.", en: "A few sentences will do." },
    type,
    class: "narrative",
    ...more,
  };
  return { field, id: `field-${id}`, problems: refused ? sampleProblems.slice(0, 1) : [] };
}

/** A field of each type, empty, answered, refused, demanded, and with somebody else in it. */
export function Fields() {
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({
    filled: "Elmer ritar sin vecka.",
    refused: "2026-02-31",
    chosen: "guardian",
    some: ["alone", "more-2"],
  });
  const control = (frame: FieldFrame) => {
    const { id } = frame.field;
    return {
      frame,
      value: values[id],
      onChange: (value: unknown) => setValues((all) => ({ ...all, [id]: value })),
    };
  };
  const law = { required: { level: "law" } } as const;
  const text = frameOf(WRITTEN, "Vad barnet berättar", "longtext", law);
  return (
    <div>
      <TextField {...control(frameOf("empty", "Arbetsplats", "text"))} />
      <FormAround form={sampleForm} answers={{}}>
        <LongTextField frame={text} path={WRITTEN} given={values[WRITTEN]} />
        <OthersText field={text.field} path={WRITTEN} value={values[WRITTEN]} />
      </FormAround>
      <DateField {...control(frameOf("refused", "Kom in", "date", law, true))} withTime={false} />
      <DateField {...control(frameOf("time", "När samtalet hölls", "datetime"))} withTime />
      <NumberField {...control(frameOf("number", "Antal minuter", "integer"))} />
      <YesNoField {...control(frameOf("yes", "Barnet fick veta", "yesno"))} />
      <OneOfField
        {...control(frameOf("chosen", "Barnets delaktighet", "code"))}
        choices={choices}
      />
      <OneOfField {...control(frameOf("list", "Anmälare", "code"))} choices={many} />
      <SomeOfField {...control(frameOf("some", "Orsaker", "codes"))} choices={many} />
    </div>
  );
}

/** What is written or chosen in the example goes nowhere. */
function ignore(): void {
  // The answer belongs to the form the field stands in.
}

const nameless = { sv: "", en: "" };
/** A specification with nothing in it: the examples say everything themselves. */
const samplePack: Pack = {
  manifest: {
    id: "sample",
    version: "1",
    extends: null,
    name: nameless,
    validFrom: plainDate("2026-01-01"),
    licence: "",
    source: nameless,
  },
  sides: [],
  areas: [],
  factors: [],
  documents: {},
  codelists: {},
  variables: [],
  process: { steps: [], acts: [] },
  letters: { audiences: [], letters: {} },
  recording: [],
  instruments: [],
  beside: [],
  texts: { sv: {}, en: {} },
  maps: [],
};

/** A form with one text, in which somebody else writes too. */
const sampleForm: FormContextValue = {
  pack: samplePack,
  today: "2026-03-02",
  persons: [],
  guardians: [],
  staff: [],
  problems: [],
  pointer: "/data",
  scope: "",
  live: {
    subscribe: () => ignore,
    valueAt: () => undefined,
    otherAt: (path) => (path === WRITTEN ? "Elmer berättar om sin vecka." : undefined),
    writerAt: (path) => (path === WRITTEN ? "Mira Falkö" : undefined),
  },
  set: ignore,
  type: ignore,
  choose: ignore,
  addItem: () => "",
  removeItem: ignore,
  known: { need: [], goal: [], received: [], picture: [] },
  hidden: [],
};

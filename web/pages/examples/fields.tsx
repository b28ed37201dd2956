import { useState } from "react";
import { OneOfField, SomeOfField, YesNoField } from "../../spec/fields/choice-field.tsx";
import type { FieldFrame } from "../../spec/fields/field-shell.tsx";
import {
  DateField,
  LongTextField,
  NumberField,
  TextField,
} from "../../spec/fields/plain-field.tsx";
import { Conflict, Writing } from "../../spec/others-text.tsx";
import type { Field, FieldType } from "../../../src/spec/types.ts";
import { sampleProblems } from "./sample.ts";

const choices = [
  { id: "alone", label: "samtal enskilt" },
  { id: "guardian", label: "samtal med vårdnadshavare närvarande", help: "Den vuxne var med." },
  { id: "support", label: "behov av tolk eller kommunikationsstöd ej löst" },
];
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
  const text = frameOf("filled", "Vad barnet berättar", "longtext", law);
  return (
    <div>
      <TextField {...control(frameOf("empty", "Arbetsplats", "text"))} />
      <LongTextField {...control(text)} path="filled" />
      <Writing name="Mira Falkö" />
      <Conflict other="Elmer berättar om sin vecka." onMine={ignore} onOther={ignore} />
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

function ignore(): void {
  // The choice belongs to the form the field stands in.
}

import type { Pack } from "../../../src/spec/types.ts";
import type { Choice } from "../../spec/fields/choice-field.tsx";
import { thingName } from "../../spec/thing-name.ts";
import { useLang } from "../../text/text.ts";
import type { MatterAnswer } from "./use-matter.ts";

/** Which report, decision or consent a form is about; nothing where it is about none. */
export function AboutThing({
  step,
  matter,
  persons,
  pack,
}: {
  readonly step: MatterAnswer["steps"][number] | undefined;
  readonly matter: MatterAnswer | undefined;
  readonly persons: readonly Choice[];
  readonly pack: Pack;
}) {
  const { lang } = useLang();
  if (step === undefined || matter === undefined) return null;
  const names = new Map(persons.map(({ id, label }) => [id, label]));
  const name = thingName(step.ids, matter, { pack, names, lang });
  return name === undefined ? null : <p className="quiet">{name}</p>;
}

import { fillSentence } from "../../domain/sentence.ts";
import type { PersonLabel, Words } from "../../contract/shapes.ts";
import { maskIdentityNumber } from "../../kernel/identity-number.ts";
import { ageOn } from "../../kernel/plain-date.ts";
import type { Text } from "../../spec/types.ts";
import type { PersonBrief } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";

const STRIPES = 12;
const NO_TEXT: Text = { sv: "", en: "" };

/** A word of `spec/texts/labels.json`; empty where there is none. */
export function labelText(ctx: RequestContext, id: string): Text {
  return ctx.app.words.labels[id] ?? NO_TEXT;
}

/** A word of `spec/texts/labels.json` with its id, in both languages; as a sentence with `{names}` filled in where there are any. */
export function wordsOf(
  ctx: RequestContext,
  id: string,
  params?: Readonly<Record<string, string>>,
): Words {
  const { sv, en } = labelText(ctx, id);
  if (params === undefined) return { id, sv, en };
  return { id, sv: fillSentence(sv, params), en: fillSentence(en, params) };
}

/**
 * A person as lists show one. With protected data the number is never shown in a list, and the name only to
 * those the policy lets see the person (`visible`).
 */
export function personLabel(ctx: RequestContext, brief: PersonBrief, visible = true): PersonLabel {
  const hidden = brief.protected && !visible;
  const name = `${brief.givenName} ${brief.familyName}`.trim();
  const placeholder = labelText(ctx, "protected.name");
  return {
    person: brief.person,
    name: hidden ? placeholder.sv : name,
    ...(hidden ? { nameEn: placeholder.en } : {}),
    age: hidden || brief.birthDate === null ? null : ageOn(brief.birthDate, ctx.today),
    number: brief.protected || brief.number === null ? null : maskIdentityNumber(brief.number),
    protected: brief.protected,
    stripe: stripeOf(brief.person),
  };
}

/** A stripe and shape that stays with the person, so that two open children are told apart. */
function stripeOf(person: string): number {
  return Number.parseInt(person.slice(-6), 16) % STRIPES;
}

/** Name of a member of staff or a body; empty for one who is unknown. */
export function staffName(ctx: RequestContext, staff: string | undefined): string {
  return ctx.organisation.state.staff.find((each) => each.staff === staff)?.name ?? "";
}

/** A member of staff with name, or null. */
export function staffRef(
  ctx: RequestContext,
  staff: string | null | undefined,
): { readonly id: string; readonly name: string } | null {
  return staff === null || staff === undefined ? null : { id: staff, name: staffName(ctx, staff) };
}

/** A unit with name, or null. */
export function unitRef(
  ctx: RequestContext,
  unit: string | null | undefined,
): { readonly id: string; readonly name: string } | null {
  if (unit === null || unit === undefined) return null;
  const name = ctx.organisation.state.units.find((each) => each.unit === unit)?.name ?? "";
  return { id: unit, name };
}

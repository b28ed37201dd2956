import type { AnswerItem, Answers, AnswerValue } from "../../../src/domain/event.ts";
import type { DocumentSpec, Field } from "../../../src/spec/types.ts";

/** The answers that are other than what is known. What was emptied is no answer and changes nothing. */
export function changedFields(known: Answers, written: Answers): Answers {
  return Object.fromEntries(
    Object.entries(written).filter(
      ([id, value]) =>
        value !== "" && JSON.stringify(plain(value)) !== JSON.stringify(plain(known[id])),
    ),
  );
}

/** Items of a list have other ids in a draft than where they come from. */
function plain(value: AnswerValue | undefined): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((each: string | AnswerItem) => {
    if (typeof each === "string") return each;
    const { id: _id, ...rest } = each;
    return Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  });
}

/** The fields somebody may see, and the ids of those that are kept from them. */
export function formFields(
  document: DocumentSpec,
  withheld: readonly string[],
): { readonly shown: readonly Field[]; readonly hidden: readonly string[] } {
  const fields = document.sections.flatMap((section) => section.fields);
  const hidden = fields.filter((field) => withheld.includes(field.class));
  return {
    shown: fields.filter((field) => !hidden.includes(field)),
    hidden: hidden.map(({ id }) => id),
  };
}

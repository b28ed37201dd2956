import type { listEarlier } from "../../src/contract/sources/list-earlier.ts";
import type { AnswerItem, Answers, AnswerValue } from "../../src/domain/event.ts";
import { itemsOf, textOf } from "../../src/domain/read.ts";
import { withoutCitations } from "../../src/domain/sources/citations.ts";
import { besideId, findBeside } from "../../src/spec/beside.ts";
import type { Pack } from "../../src/spec/types.ts";
import type { AnswerOf } from "../api/client.ts";

export type EarlierVersion = AnswerOf<typeof listEarlier>["versions"][number];

/** A text that was written earlier to the same question. */
export interface EarlierText {
  readonly version: EarlierVersion;
  readonly text: string;
}

/** Answers of an item that tell what it is about: only the same is worth reading beside it. */
export const ABOUT = ["area", "guardian"] as const;

/**
 * What earlier documents say to a question, newest first: to the same question of the same document, and to
 * those the specification names as asking the same. Of a list, the items about the same area or guardian.
 */
export function earlierTexts(
  pack: Pack,
  document: string,
  path: string,
  answers: Answers,
  versions: readonly EarlierVersion[],
): readonly EarlierText[] {
  const [list = "", item, inner] = path.split("/");
  const id = besideId(document, item === undefined ? list : `${list}.${inner ?? ""}`);
  const asked = [id, ...(findBeside(pack, id)?.earlier ?? [])];
  const own = itemsOf(answers[list]).find((each) => each.id === item);
  return versions.flatMap((version) => {
    const said = withoutCitations(version.answers);
    const texts = asked.flatMap((each) => textsOf(each, version.document, said, own));
    return [...new Set(texts)].map((text) => ({ version, text }));
  });
}

function textsOf(
  id: string,
  document: string,
  said: Answers,
  own: AnswerItem | undefined,
): readonly string[] {
  const prefix = `${document}/`;
  if (!id.startsWith(prefix)) return [];
  const [list = "", inner] = id.slice(prefix.length).split(".");
  const values: readonly (AnswerValue | undefined)[] =
    inner === undefined
      ? [said[list]]
      : itemsOf(said[list])
          .filter((item) => isAboutTheSame(item, own))
          .map((item) => item[inner]);
  return values.flatMap((value) => textOf(value) ?? []).filter((text) => text.trim() !== "");
}

function isAboutTheSame(item: AnswerItem, own: AnswerItem | undefined): boolean {
  return ABOUT.every((field) => own?.[field] === undefined || item[field] === own[field]);
}

import { instantOfMillis, millisOf, type Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { StoredField } from "./draft-rows.ts";

/** Somebody who saved this recently is writing there: longer than two saves of one who types on. */
const WRITING_MS = 10_000;
/** A save may be committed a little after the time it carries. */
const OVERLAP_MS = 5000;

const EARLIEST = instantOfMillis(0);

/** Who asks, when they last heard, and what time it is. */
export interface Asked {
  readonly by: Uuid;
  readonly since: Instant;
  readonly now: Instant;
}

/** What has happened in a draft. */
export interface DraftNews {
  /** Fields saved since, by anybody. */
  readonly fresh: readonly StoredField[];
  /** Fields in which others are writing now. */
  readonly writing: readonly StoredField[];
  /** Something of it is new and by another. */
  readonly showsOthers: boolean;
}

/** The moment from which fields are looked at. */
export function newsFrom(asked: Asked): Instant {
  const { since, now } = asked;
  if (isSetBack(asked)) return EARLIEST;
  return instantOfMillis(Math.min(millisOf(since) - OVERLAP_MS, millisOf(now) - WRITING_MS));
}

/** What is new among fields that were changed from `newsFrom` on. */
export function draftNews(recent: readonly StoredField[], asked: Asked): DraftNews {
  const { by, since, now } = asked;
  const others = recent.filter((field) => field.by !== by);
  const from = isSetBack(asked) ? 0 : millisOf(since) - OVERLAP_MS;
  const fresh = recent.filter(({ at }) => millisOf(at) >= from);
  const isWriting = ({ at }: StoredField) => Math.abs(millisOf(at) - millisOf(now)) <= WRITING_MS;
  return {
    fresh,
    writing: others.filter(isWriting),
    showsOthers: others.some((field) => fresh.includes(field)),
  };
}

/** Somebody asks who heard last at a time that has not come yet: everything may be new to them. */
function isSetBack({ since, now }: Asked): boolean {
  return since > now;
}

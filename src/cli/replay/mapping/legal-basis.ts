import { findCodelist } from "../../../spec/lookup.ts";
import { at, leaveOut, type MapContext } from "./mapping.ts";

const LIST = "legal-basis";
const OTHER = "other";
/** Says who applies to the court, not what the decision rests on, where a ground stands beside it. */
const PROCEDURE = "LVU 4";

/** "11 kap. 1 §", "20 kap. 2–3 §§", "FB 6 kap. 13 a §", "32 §". */
const PROVISION =
  /^(?:(?<act>FB|SoL|LVU|LPBS) )?(?:(?<chapter>\d+(?: [a-z])?) kap\. )?(?<first>\d+)(?<letter> [a-z])?(?:–(?<last>\d+))? §§?$/u;

/**
 * The provisions a decision rests on, as codes: a reference to sections is read by its form, and each
 * section looked up by its short name ("SoL25 11:1"). What has no code of its own is another provision.
 */
export function legalBasisOf(
  ctx: MapContext,
  section: string,
  lawVersion: string,
): readonly string[] {
  const codes = findCodelist(ctx.pack, LIST)?.codes ?? [];
  const names = section
    .split(/, | och /u)
    .flatMap((part) => shortNames(part, lawVersion) ?? [part]);
  const grounds = names.filter((name) => name !== PROCEDURE);
  const found = (grounds.length > 0 ? grounds : names).map((name) => {
    const code = codes.find((each) => each.short === name)?.id;
    if (code === undefined) {
      leaveOut(ctx, `${name} has no code; kept as another provision`, at(ctx, "section"));
    }
    return code ?? OTHER;
  });
  return [...new Set(found)];
}

/** The short names of the sections of one reference; undefined for another form of words. */
function shortNames(part: string, lawVersion: string): readonly string[] | undefined {
  const groups = PROVISION.exec(part.trim())?.groups;
  if (groups === undefined) return undefined;
  const { act, chapter, first = "", letter = "", last } = groups;
  const isOfVersion = act === undefined || (act === "SoL" && lawVersion.startsWith(act));
  const name = isOfVersion ? lawVersion : act;
  const place = chapter === undefined ? "" : `${chapter.replace(" ", "")}:`;
  const to = last === undefined ? Number(first) : Number(last);
  return Array.from(
    { length: Math.max(1, to - Number(first) + 1) },
    (_, step) => `${name} ${place}${Number(first) + step}${letter}`,
  );
}

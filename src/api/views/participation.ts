import type { Words } from "../../contract/shapes.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { Pack } from "../../spec/types.ts";
import type { RequestContext } from "../http/handler.ts";
import { wordsOf } from "./labels.ts";

interface Participation {
  readonly step: string;
  readonly code: string | null;
  readonly source: Words;
}

const TOOK_PART = "took-part";

/**
 * How the child took part, step by step, derived from what is documented: the fullest way stands for the step,
 * else the reason given last. Nobody is asked for what the record already tells.
 */
export function participationOf(
  ctx: RequestContext,
  pack: Pack,
  matter: MatterState,
): readonly Participation[] {
  const noted = matter.preliminary.flatMap((note) => note.childParticipation ?? []);
  const steps = [{ step: "intake", code: bestOf(pack, noted), derived: false }];
  if (matter.investigation !== undefined) {
    const talks = talkCodes(matter);
    const code = bestOf(pack, [...matter.talks.participation, ...talks]);
    steps.push({ step: "investigate", code, derived: talks.includes(code ?? "") });
  }
  return steps.map(({ step, code, derived }) => ({
    step,
    code: code ?? null,
    source: wordsOf(ctx, derived ? "participation.derived" : "participation.recorded"),
  }));
}

/** Documented talks say by themselves how the child took part. */
function talkCodes({ talks }: MatterState): readonly string[] {
  return [
    ...(talks.alone > 0 ? ["alone"] : []),
    ...(talks.withChild > talks.alone ? ["guardian-present"] : []),
  ];
}

function bestOf(pack: Pack, codes: readonly string[]): string | undefined {
  const ranked = pack.codelists["participation"]?.codes ?? [];
  const best = ranked.find((code) => code.group === TOOK_PART && codes.includes(code.id));
  return best?.id ?? codes.at(-1);
}

import type { ProviderFault } from "../../../access/provider/faults.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";

/** What went wrong with the provider, for whoever wants to sign in. */
export function problemOfFault({ kind, code }: ProviderFault): Problem {
  if (code === "access_denied") return problem("provider.cancelled");
  if (kind === "away") return problem("provider.away");
  const params = { code };
  return kind === "refused"
    ? problem("provider.refused", { params })
    : problem("provider.wrong-answer", { params });
}

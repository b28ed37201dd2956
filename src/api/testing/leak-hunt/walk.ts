import type { Route } from "../../../contract/route.ts";
import { fileKinds } from "../../../contract/followup/file-table.ts";
import { routes } from "../../../contract/routes.ts";
import type { Planted } from "./plant.ts";
import type { Pool } from "./pool.ts";

/** A request that somebody may try, and the family it is about where it is about one. */
export interface Visit {
  readonly route: Route;
  readonly path: string;
  readonly akt?: string;
  /** For whom a paper is made. */
  readonly recipient?: string;
}

/** Every route that reads. */
export const reading = routes.filter(({ method }) => method === "GET");

/** Parts of addresses that no answer names as such. */
const given: Readonly<Record<string, readonly string[]>> = {
  document: ["decision-basis", "note"],
  name: ["activity", "client-group", "board"],
};
/** What an address part is called in answers, where it is called otherwise. */
const called: Readonly<Record<string, string>> = { digest: "specDigest", id: "indicator" };
const MOST_OF_A_NAME = 400;
/** Indicators are measured alike, and hold nothing of one person. */
const MOST_INDICATORS = 4;

/** Every address of a route, with the ids that are known. */
export function visitsOf(
  route: Route,
  pool: Pool,
  families: ReadonlyMap<string, Planted>,
): readonly Visit[] {
  const names = [...route.path.matchAll(/:([a-z]+)/giu)].map(([, name = ""]) => name);
  if (!names.includes("akt")) {
    return filled(route.path, names, pool).flatMap((path) => asked(route, { route, path }, []));
  }
  return [...pool.akter].flatMap(([akt, known]) => {
    const rest = names.filter((name) => name !== "akt");
    const lists = { matter: [...known.matters], seq: [...known.seqs] };
    const own = filled(route.path.replace(":akt", akt), rest, pool, lists);
    const family = families.get(akt);
    const parties = family === undefined ? [] : [family.child, family.home, family.away];
    return own.flatMap((path) => asked(route, { route, path, akt }, parties));
  });
}

function filled(
  path: string,
  names: readonly string[],
  pool: Pool,
  lists: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  const [name, ...rest] = names;
  if (name === undefined) return [path];
  const ids = lists[name] ?? given[name] ?? [...pool.of(called[name] ?? name)];
  return ids
    .slice(0, name === "id" ? MOST_INDICATORS : MOST_OF_A_NAME)
    .flatMap((id) => filled(path.replace(`:${name}`, encodeURIComponent(id)), rest, pool, lists));
}

const tableQuery = JSON.stringify({ grain: "akt", rows: "AKT-01" });

/** The same address once for each thing that can be asked for. */
function asked(route: Route, visit: Visit, parties: readonly string[]): readonly Visit[] {
  const { path } = visit;
  if (route.id === "print.print-story") {
    return ["internal", ...parties].map((recipient) => ({
      ...visit,
      recipient,
      path: `${path}?recipient=${recipient}`,
    }));
  }
  if (route.id === "followup.download-table" || route.id === "followup.download-extract") {
    const query =
      route.id === "followup.download-table" ? `&query=${encodeURIComponent(tableQuery)}` : "";
    return fileKinds.map((kind) => ({
      ...visit,
      path: `${path}?kind=${kind}${query}`,
    }));
  }
  if (route.id === "views.my-day") {
    return ["mine", "unit"].map((scope) => ({ ...visit, path: `${path}?scope=${scope}&show=all` }));
  }
  return [visit];
}

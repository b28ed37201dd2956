import { readFile } from "node:fs/promises";

/** What is wrong with what a file says, by its shape: where, and what. */
export function whyMisshaped({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  const [first] = issues;
  const path = first?.path.map(String).join(".") ?? "";
  return `${path === "" ? "" : `${path}: `}${first?.message ?? ""}`;
}

/** What a file says as JSON: `undefined` where it is none. Gives no answer for a file that cannot be read. */
export async function readJsonFile(path: string): Promise<{ readonly json: unknown } | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : { json: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import type { OpenProvider } from "../access/provider/provider-rows.ts";

const name = z.string().trim().min(1).max(200);
const shape = z.strictObject({
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: name,
  clientSecretFile: name.optional(),
  clientKeyFile: name.optional(),
  clientKeyId: name.optional(),
  auth: z.enum(["basic", "post"]).optional(),
  claim: name.default("sub"),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/))
    .max(20)
    .default(["openid"]),
  acr: z.array(name).max(20).default([]),
  amr: z.array(name).max(20).default([]),
  maxAgeMinutes: z.int().min(1).max(1440).nullable().default(null),
  signOutThere: z.boolean().default(true),
});

/** What a file of settings says, or what is wrong with it, in lines for the terminal. */
export type ReadProvider =
  | { readonly ok: true; readonly provider: OpenProvider }
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Reads the settings of an identity provider from a JSON file. The secret or private key is never in it: it names the
 * file that holds it, which may be deleted afterwards. `overHttp`: a test may name a provider without encryption.
 */
export function readProviderFile(file: string, overHttp: boolean): ReadProvider {
  const text = contentOf(file);
  if (text === undefined) return refused(`The file ${file} can't be read.`);
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success) {
    const { issues } = parsed.error;
    const lines = issues.map(({ path, message }) => `${path.join(".") || file}: ${message}`);
    return { ok: false, lines };
  }
  const { clientSecretFile, clientKeyFile, ...given } = parsed.data;
  if (!overHttp && !given.issuer.startsWith("https://")) {
    return refused(`issuer: ${given.issuer} is not https, so anybody on the way could be it.`);
  }
  if (!given.scopes.includes("openid")) return refused("scopes: openid must be one of them.");
  if ((clientSecretFile === undefined) === (clientKeyFile === undefined)) {
    return refused("Name either clientSecretFile or clientKeyFile: a file beside this one.");
  }
  const secretFile = resolve(dirname(file), clientSecretFile ?? clientKeyFile ?? "");
  const secret = contentOf(secretFile)?.trim() ?? "";
  if (secret === "") return refused(`The file ${secretFile} can't be read or is empty.`);
  const { clientKeyId, auth, signOutThere, ...rest } = given;
  const how = clientKeyFile === undefined ? (auth ?? "basic") : "key";
  const keyId = clientKeyFile === undefined ? null : (clientKeyId ?? null);
  return { ok: true, provider: { ...rest, auth: how, keyId, endsThere: signOutThere, secret } };
}

function refused(line: string): ReadProvider {
  return { ok: false, lines: [line] };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

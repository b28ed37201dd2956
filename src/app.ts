import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { AppContext } from "./api/app-context.ts";
import { appContext } from "./api/make-app.ts";
import { makeSecretBox } from "./access/secret-box.ts";
import { isTestNumber } from "./access/test-numbers.ts";
import type { OpenProgram } from "./cli/open-program.ts";
import { followupProjector } from "./followup/writer/projector.ts";
import type { Renderer } from "./print/render.ts";
import { keepInstalled } from "./store/kept-packs.ts";
import { programStore } from "./store/program-store.ts";
import type { Scanner } from "./store/received/scanner.ts";

/** Where `npm run build` puts the page. */
export const WEB_DIRECTORY = fileURLToPath(new URL("../dist/web", import.meta.url));

/** What the environment says of the program beside its database. */
export interface AppSettings {
  readonly scanner: Scanner | undefined;
  /** 32 bytes that second factors are sealed with. */
  /** The first seals; the others are of before it was turned. */
  readonly factorKeys: readonly Uint8Array[];
  readonly publicUrl: string | undefined;
}

/**
 * Puts the program together: the store with everything that writes along in its transactions, and what the
 * handlers are given. The one file that knows every part.
 */
export async function openApp(
  program: OpenProgram,
  renderer: Renderer,
  { scanner, factorKeys, publicUrl }: AppSettings,
): Promise<AppContext> {
  const { pools, specification, settings, clock, forTests, providerOverHttp } = program;
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const kept = await keepInstalled(store, specification);
  const factorSecrets = makeSecretBox(factorKeys, randomBytes);
  const parts = { pools, specification, settings, renderer, randomBytes, factorSecrets, forTests };
  const more = {
    ...(scanner === undefined ? {} : { scanner }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(providerOverHttp ? { providerOverHttp } : {}),
  };
  return appContext({ ...parts, ...more }, kept);
}

import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { AppContext } from "./api/app-context.ts";
import { handlers } from "./api/handlers.ts";
import { registerHealth } from "./api/http/health.ts";
import { servePage } from "./api/http/page.ts";
import { registerRoutes } from "./api/http/register-routes.ts";
import { makeServer, type HttpServer, type ServerOptions } from "./api/http/server.ts";
import { isTestNumber } from "./access/test-numbers.ts";
import { routes } from "./contract/routes.ts";
import type { FollowupSettings } from "./followup/settings.ts";
import { followupProjector } from "./followup/writer/projector.ts";
import type { Clock } from "./kernel/clock.ts";
import type { Renderer } from "./print/render.ts";
import type { Store } from "./store/deps.ts";
import type { Pools } from "./store/pools.ts";
import { programStore, systemClock } from "./store/program-store.ts";
import type { Specification } from "./store/specification.ts";

/** Where `npm run build` puts the page. */
export const WEB_DIRECTORY = fileURLToPath(new URL("../dist/web", import.meta.url));

/** What the program is put together from. */
export interface AppParts {
  readonly pools: Pools;
  readonly specification: Specification;
  readonly settings: FollowupSettings;
  readonly renderer: Renderer;
  readonly version: string;
  /** The machine's, where no other is given. */
  readonly clock?: Clock;
}

export type AppOptions = Omit<ServerOptions, "texts"> & { readonly webFolder: string };

/** The store with everything that writes along in its transactions. */
export function appStore({ pools, specification, settings, clock = systemClock }: AppParts): Store {
  const projectors = [followupProjector({ randomBytes, settings })];
  return programStore(pools, specification, { projectors, isTestNumber, clock });
}

/** The context: the one place that knows every part. */
export function appContext(parts: AppParts, store: Store): AppContext {
  const { specification, settings, pools, renderer } = parts;
  const followup = {
    pool: pools.followup,
    clock: store.clock,
    packs: store.packs,
    settings,
    texts: specification.words.followup,
  };
  return {
    store,
    followup,
    renderer,
    problemTexts: specification.problemTexts,
    words: specification.words,
    randomBytes,
  };
}

/** The whole server: every route of the contract, the page, health and the description of the API. */
export async function makeApp(
  parts: AppParts,
  context: AppContext,
  options: AppOptions,
): Promise<HttpServer> {
  const serverOptions: ServerOptions = { ...options, texts: parts.specification.problemTexts };
  const server = await makeServer(serverOptions);
  registerRoutes(server, context, routes, handlers);
  registerHealth(server, context, routes, parts.version);
  await servePage(server, options.webFolder, serverOptions);
  return server;
}

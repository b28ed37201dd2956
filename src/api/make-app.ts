import type { SecretBox } from "../access/secret-box.ts";
import { indicatorDeps } from "../followup/indicators/indicator-deps.ts";
import type { EngineDeps } from "../followup/engine/deps.ts";
import { followupPart } from "../followup/retention/followup-part.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import type { FollowupSettings } from "../followup/settings.ts";
import type { Renderer } from "../print/render.ts";
import { routes } from "../contract/routes.ts";
import type { Store } from "../store/deps.ts";
import type { Pools } from "../store/pools.ts";
import type { Scanner } from "../store/received/scanner.ts";
import type { Specification } from "../store/specification.ts";
import type { AppContext } from "./app-context.ts";
import { handlers } from "./handlers.ts";
import { registerHealth } from "./http/health.ts";
import { servePage } from "./http/page.ts";
import { registerRoutes } from "./http/register-routes.ts";
import { makeServer, type HttpServer, type ServerOptions } from "./http/server.ts";

/** What the handlers' context is put together from. */
export interface ContextParts {
  readonly pools: Pools;
  readonly specification: Specification;
  readonly settings: FollowupSettings;
  readonly renderer: Renderer;
  readonly scanner?: Scanner;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly factorSecrets: SecretBox;
  readonly publicUrl?: string;
  readonly forTests?: boolean;
  readonly providerOverHttp?: true;
}

export interface AppOptions extends Omit<ServerOptions, "texts"> {
  /** Folder of the built page. */
  readonly webFolder: string;
}

/** The context of the handlers: the store, and what the specification says beside it. */
export function appContext(parts: ContextParts, store: Store): AppContext {
  const { specification, settings, pools, renderer, randomBytes, scanner } = parts;
  const { factorSecrets, publicUrl, forTests = false, providerOverHttp } = parts;
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
    retention: retentionPart(followup, store),
    indicators: indicatorDeps(followup, specification.law.law),
    renderer,
    ...(scanner === undefined ? {} : { scanner }),
    problemTexts: specification.problemTexts,
    words: specification.words,
    randomBytes,
    factorSecrets,
    forTests,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(providerOverHttp === undefined ? {} : { providerOverHttp }),
  };
}

/** The part of a destruction run that follow-up has. */
export function retentionPart(followup: EngineDeps, store: Store): FollowupPart {
  const { law } = store.law;
  return followupPart({ ...followup, app: store.pools.app, law, nextId: () => store.ids.next() });
}

/** The whole server: every route of the contract, the page, health and the description of the API. */
export async function makeApp(context: AppContext, options: AppOptions): Promise<HttpServer> {
  const serverOptions: ServerOptions = { ...options, texts: context.problemTexts };
  const { server, sessions } = await makeServer(serverOptions);
  registerRoutes(server, context, routes, handlers, sessions);
  registerHealth(server, context, routes);
  await servePage(server, options.webFolder, serverOptions);
  return server;
}

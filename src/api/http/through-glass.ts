import type { OpenGlass } from "../../store/views/glass.ts";
import type { RequestContext } from "./handler.ts";

const through = new WeakMap<RequestContext, OpenGlass>();

/** Notes that a request sees what it sees through an opening: its row of the access log says so. */
export function seeThrough(ctx: RequestContext, glass: OpenGlass): void {
  through.set(ctx, glass);
}

/** The opening that a request sees through; undefined where the work itself lets it. */
export function glassOf(ctx: RequestContext): OpenGlass | undefined {
  return through.get(ctx);
}

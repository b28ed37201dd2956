import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { requestProblem } from "./request-problems.ts";
import { sendProblems, type ServerOptions } from "./server.ts";

/** Names of built files carry a hash of their content, so a browser keeps them for ever. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASSETS = "/assets/";

const NOT_BUILT = `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>Mittpunkt</title>
<h1>Sidan är inte byggd</h1>
<p>Kör <code>npm run build</code> och ladda om. <span lang="en">The page has not been built: run it and reload.</span></p>
</html>
`;

/**
 * Serves the built page from a folder. Every address that is no file and no API is the page itself, which finds
 * its own way; without a built page it says how to build one.
 */
export async function servePage(
  server: FastifyInstance,
  folder: string,
  options: ServerOptions,
): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      // Looked up when asked for: a page that is built anew is found without a restart.
      wildcard: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const kept = path.startsWith(join(folder, ASSETS));
        reply.header("cache-control", kept ? FOR_EVER : "no-cache");
      },
    });
  }
  if (built) server.get("/", (_, reply) => sendPage(reply));
  server.setNotFoundHandler((request, reply) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    const isPage = reads && !request.url.startsWith("/api/");
    if (!isPage || request.url.startsWith(ASSETS)) {
      return sendProblems(reply, [requestProblem.notFound()], options.texts);
    }
    if (!built) return reply.type("text/html; charset=utf-8").send(NOT_BUILT);
    return sendPage(reply);
  });
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header("cache-control", "no-cache").sendFile("index.html");
}

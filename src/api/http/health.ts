import type { FastifyInstance } from "fastify";
import type { Route } from "../../contract/route.ts";
import type { AppContext } from "../app-context.ts";
import { requestProblem } from "./request-problems.ts";
import { openApi } from "./openapi.ts";
import { sendProblems } from "./server.ts";

const OPEN_API_PATH = "/api/v1/openapi.json";

/** `/health`: the process answers. `/ready`: so does the database. And the description of the API. */
export function registerHealth(
  server: FastifyInstance,
  app: AppContext,
  routes: readonly Route[],
): void {
  const description = JSON.stringify(openApi(routes));
  server.get("/health", { config: { rateLimit: false } }, async () => ({ status: "ok" }));
  server.get("/ready", { config: { rateLimit: false } }, async (_, reply) => {
    try {
      await app.store.pools.app.query("select 1");
      return await reply.send({ status: "ready" });
    } catch {
      return sendProblems(reply, [requestProblem.notReady()], app.problemTexts);
    }
  });
  server.get(OPEN_API_PATH, async (_, reply) =>
    reply.type("application/json; charset=utf-8").send(description),
  );
}

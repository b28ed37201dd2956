import type { FastifyRequest } from "fastify";
import { cookieOptions } from "../../access/session-cookie.ts";

/**
 * The session cookie of a request, by the one name it has there: over https a cookie without `__Host-` may have
 * been set by a neighbour of the domain, to make somebody work in a session that is not their own.
 */
export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieOptions(request.protocol, request.hostname).name];
}

import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";

const gzipBytes = promisify(gzip);
/** Below this the header of gzip and the work cost more than they save. */
const WORTH_IT = 1024;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|problem\+json|javascript|manifest\+json)|image\/svg)/u;

/** Fastify `onSend` hook: gzip for text of some size, when the other side takes it. */
export async function compressAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (!mayCompress(request, reply)) return payload;
  if (payload instanceof Readable) {
    markCompressed(reply);
    return payload.pipe(createGzip());
  }
  const isText = typeof payload === "string" || Buffer.isBuffer(payload);
  if (!isText || Buffer.byteLength(payload) < WORTH_IT) return payload;
  const compressed = await gzipBytes(payload);
  markCompressed(reply);
  return compressed;
}

function mayCompress(request: FastifyRequest, reply: FastifyReply): boolean {
  const type = reply.getHeader("content-type");
  return (
    reply.statusCode !== 206 &&
    reply.statusCode !== 304 &&
    request.method !== "HEAD" &&
    reply.getHeader("content-encoding") === undefined &&
    typeof type === "string" &&
    COMPRESSIBLE.test(type) &&
    acceptsGzip(request.headers["accept-encoding"])
  );
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return String(header ?? "")
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*/u))
    .some(([name, quality]) => name === "gzip" && !/^q=0(?:\.0*)?$/u.test(quality ?? ""));
}

function markCompressed(reply: FastifyReply): void {
  reply.header("content-encoding", "gzip");
  reply.header("vary", "accept-encoding");
  reply.removeHeader("content-length");
  reply.removeHeader("accept-ranges");
}

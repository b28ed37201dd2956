import type { Route } from "../../src/contract/route.ts";
import type { SeededRandom } from "../../src/kernel/random.ts";
import { valueFor, makeUuid, type Source } from "./from-schema.ts";
import { nastyKey, nastyText, nastyValue } from "./nasty.ts";

/** One request, as it is sent. */
export interface BadRequest {
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer | undefined;
}

const HOST = "localhost:3000";
/** One in so many gets its own kind of damage beside what its content has. */
const SELDOM = 24;

/** A request to a route, made from its shapes and then damaged in one or several places; sometimes in none. */
export function badRequest(route: Route, source: Source, files: readonly Buffer[]): BadRequest {
  const { random } = source;
  const url = damagedUrl(urlOf(route, source), random);
  const method = random.integer(0, SELDOM * 2) === 0 ? oddMethod(random) : route.method;
  const withBody = method !== "GET" && method !== "HEAD";
  const headers = { host: HOST, ...(withBody ? { origin: `http://${HOST}` } : {}) };
  const made = { route: route.id, method, url };
  if (!withBody) return { ...made, headers: { ...headers, ...noise(random) }, payload: undefined };
  const bytes = route.takesBytes === true && random.integer(0, 3) > 0;
  if (route.takesForm === true) return { ...made, ...formOf(route, source, headers) };
  const payload = bytes ? damagedBytes(random.pick(files), random) : bodyOf(route, source);
  const type = { "content-type": bytes ? "application/octet-stream" : "application/json" };
  return { ...made, headers: { ...headers, ...type, ...noise(random) }, payload };
}

/** What another server would send; mostly without an origin, and now and then as a token that nobody has signed. */
function formOf(
  route: Route,
  source: Source,
  { origin: _origin, ...headers }: Readonly<Record<string, string>>,
): Pick<BadRequest, "headers" | "payload"> {
  const { random } = source;
  const made = asRecord(damaged(valueFor(route.body, source), source, 3));
  const fields = Object.entries(made).map(([key, value]): [string, string] => [
    key,
    random.integer(0, 1) === 0 ? unsignedToken(source) : textOf(value),
  ]);
  const twice = random.integer(0, SELDOM) === 0 ? [...fields, ...fields] : fields;
  const form = new URLSearchParams();
  for (const [name, value] of twice) form.append(name.toWellFormed(), value.toWellFormed());
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return {
    headers: { ...headers, ...type, ...noise(random) },
    payload: Buffer.from(form.toString()),
  };
}

function unsignedToken(source: Source): string {
  const { random } = source;
  const head = { alg: random.pick(["RS256", "ES256", "EdDSA", "none", "HS256"]), kid: "a" };
  const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
  const now = Math.floor(Date.now() / 1000);
  const said = {
    iss: "https://id.example",
    aud: "mittpunkt",
    iat: now,
    jti: "a",
    sub: "b",
    events,
  };
  const claims = damaged(said, source, 2);
  const parts = [head, claims].map((part) =>
    Buffer.from(JSON.stringify(part) ?? "").toString("base64url"),
  );
  return [...parts, Buffer.from(random.bytes(64)).toString("base64url")].join(".");
}

function oddMethod(random: SeededRandom): BadRequest["method"] {
  return random.pick(["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "GET", "POST"] as const);
}

function urlOf(route: Route, source: Source): string {
  const { random } = source;
  const params = asRecord(damaged(valueFor(route.params, source), source, 3));
  const path = route.path.replaceAll(/:(\w+)/gu, (_all, name: string) =>
    encodeSafely(textOf(params[name] ?? source.known.pick(name, random) ?? makeUuid(random))),
  );
  const query = asRecord(damaged(valueFor(route.query, source), source, 3));
  const pairs = Object.entries(query).map(
    ([key, value]) => `${encodeSafely(key)}=${encodeSafely(textOf(value).slice(0, 3000))}`,
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

function damagedUrl(url: string, random: SeededRandom): string {
  switch (random.integer(0, SELDOM * 3)) {
    case 0:
      return `${url}/${"a/".repeat(random.integer(1, 900))}`;
    case 1:
      return `${url}%`;
    case 2:
      return url.replace("/api/", random.pick(["//api/", "/api/../", "/%2e%2e/api/", "/API/"]));
    case 3:
      return `${url}?${"a=1&".repeat(random.integer(1, 2000))}`;
    case 4:
      return `${url}?__proto__[a]=1&constructor=2`;
    default:
      return url;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Lone halves of letters have no form in an address. */
function encodeSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

const TYPES = [
  "text/plain",
  "application/xml",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-16",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "",
  "application/problem+json",
  "APPLICATION/JSON",
  "application/json;;;",
];

function noise(random: SeededRandom): Record<string, string> {
  switch (random.integer(0, SELDOM)) {
    case 0:
      return { "content-type": random.pick(TYPES) };
    case 1:
      return { origin: random.pick(["null", "https://evil.example", "http://localhost:3001", ""]) };
    case 2:
      return { "x-forwarded-for": "127.0.0.1, 10.0.0.1", "x-forwarded-host": "evil.example" };
    case 3:
      return { "x-http-method-override": "DELETE", "x-original-url": "/admin" };
    case 4:
      return { accept: "application/xml", "accept-encoding": "br;q=1, *;q=0.001, gzip;q=x" };
    case 5:
      return { cookie: `__Host-mittpunkt=${random.integer(1, 9)}.${"A".repeat(43)}` };
    case 6:
      return { cookie: `mittpunkt=1.x; ${"a=b; ".repeat(random.integer(1, 300))}` };
    case 7:
      return { "accept-language": "x".repeat(5000), "x-request-id": "\t<b>" };
    case 8:
      return { range: "bytes=0-1,5-,-9", "if-none-match": '"x"', expect: "200-ok" };
    default:
      return {};
  }
}

function bodyOf(route: Route, source: Source): Buffer {
  const { random } = source;
  const value = valueFor(route.body, source);
  const made = random.integer(0, 7) === 0 ? value : damaged(value, source, 1);
  const text = JSON.stringify(made) ?? "";
  switch (random.integer(0, SELDOM * 2)) {
    case 0:
      return Buffer.from(text.slice(0, random.integer(0, text.length)));
    case 1:
      return Buffer.from(`${text}${text}`);
    case 2:
      return Buffer.from(text.replace("{", '{"__proto__":{"role":"unit-manager"},'));
    case 3:
      return Buffer.from(text, "utf16le");
    case 4:
      return Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x00])]);
    case 5:
      return Buffer.from(random.bytes(random.integer(0, 400)));
    case 6:
      return Buffer.from("[".repeat(random.integer(1, 20_000)));
    case 7:
      return Buffer.from(text.replace(/:/u, ":1e999999,"));
    default:
      return Buffer.from(text);
  }
}

/** Damages a few places of a value; one in `rarity` at least stays whole. */
function damaged(value: unknown, source: Source, rarity: number): unknown {
  const { random } = source;
  if (rarity > 1 && random.integer(1, rarity) > 1) return value;
  let result = value;
  for (let n = random.integer(1, 3); n > 0; n -= 1) result = damageOnce(result, source);
  return result;
}

function damageOnce(value: unknown, source: Source): unknown {
  const { random, known } = source;
  const goesOn = random.integer(0, 3) > 0;
  if (Array.isArray(value) && value.length > 0 && goesOn) {
    const at = random.integer(0, value.length - 1);
    return value.with(at, damageOnce(value[at], source));
  }
  if (typeof value !== "object" || value === null) return otherValue(value, source);
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0 || random.integer(0, 5) === 0) {
    const key = random.integer(0, 1) === 0 ? nastyKey(random) : known.name(random);
    return Object.fromEntries([...entries, [key, nastyValue(random)]]);
  }
  const at = random.integer(0, entries.length - 1);
  const [key, inner] = entries[at] ?? ["x", 1];
  if (random.integer(0, 7) === 0) return Object.fromEntries(entries.toSpliced(at, 1));
  const changed = goesOn ? damageOnce(inner, source) : otherValue(inner, source);
  return Object.fromEntries(entries.with(at, [key, changed]));
}

/** Something else in its place: what breaks programs, or what stands in another field. */
function otherValue(value: unknown, { random, known }: Source): unknown {
  const kind = random.integer(0, 5);
  if (kind === 0) return known.pick(known.name(random), random) ?? null;
  if (kind === 1) return makeUuid(random);
  if (kind === 2 && typeof value === "string") return `${value}${nastyText(random).slice(0, 90)}`;
  return nastyValue(random);
}

/** A file with bytes changed, cut out or put in. */
export function damagedBytes(bytes: Buffer, random: SeededRandom): Buffer {
  const at = random.integer(0, Math.max(bytes.length - 1, 0));
  const copy = Buffer.from(bytes);
  switch (random.integer(0, 4)) {
    case 0:
      copy[at] = random.integer(0, 255);
      return copy;
    case 1:
      return copy.subarray(0, at);
    case 2:
      return Buffer.concat([
        copy.subarray(0, at),
        random.bytes(random.integer(1, 60)),
        copy.subarray(at),
      ]);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.min(at + 20, copy.length))]);
    default:
      for (let n = 0; n < 20; n += 1)
        copy[random.integer(0, Math.max(copy.length - 1, 0))] = random.integer(0, 255);
      return copy;
  }
}

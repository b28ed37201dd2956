import { isIP } from "node:net";
import { problem, type Problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";

/** How the server is started: from the environment and the command line. */
export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  readonly web: boolean;
  readonly jobs: boolean;
  readonly server: {
    readonly publicUrl?: string;
    readonly trustProxy: number;
    readonly requestsPerMinute: number;
  };
}

const DEFAULT_HOST = "127.0.0.1";
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const DEFAULT_PORT = 3000;
const HIGHEST_PORT = 65_535;
const REQUESTS_PER_MINUTE = 1200;
const MOST_PROXIES = 9;

/**
 * Reads PORT, HOST (empty is as unset), PUBLIC_URL, TRUST_PROXY, REQUESTS_PER_MINUTE and the duties (`--web`, `--jobs`; none =
 * all). Refuses a setting that can't be read with `setting-unusable`.
 */
export function readSettings(
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
): Result<ServerSettings> {
  const port = wholeNumber("PORT", env["PORT"], DEFAULT_PORT, HIGHEST_PORT);
  const rate = wholeNumber("REQUESTS_PER_MINUTE", env["REQUESTS_PER_MINUTE"], REQUESTS_PER_MINUTE);
  const trusted = env["TRUST_PROXY"];
  const proxies = trusted === "0" ? ok(0) : wholeNumber("TRUST_PROXY", trusted, 0, MOST_PROXIES);
  const publicUrl = originOf(env["PUBLIC_URL"]);
  const host = addressOf(env["HOST"]);
  const duties = argv.filter((each) => each !== "--web" && each !== "--jobs");
  const problems = [port, rate, proxies, publicUrl, host].flatMap((each) =>
    each.ok ? [] : each.problems,
  );
  problems.push(...duties.map((each) => unusable(each, each)));
  if (!port.ok || !rate.ok || !proxies.ok || !publicUrl.ok || !host.ok || problems.length > 0)
    return fail(problems);
  const all = argv.length === 0;
  return ok({
    port: port.value,
    host: host.value,
    web: all || argv.includes("--web"),
    jobs: all || argv.includes("--jobs"),
    server: {
      trustProxy: proxies.value,
      requestsPerMinute: rate.value,
      ...(publicUrl.value === undefined ? {} : { publicUrl: publicUrl.value }),
    },
  });
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  highest = Number.MAX_SAFE_INTEGER,
): Result<number> {
  if (text === undefined || text === "") return ok(otherwise);
  const value = Number(text);
  const fits = Number.isInteger(value) && value > 0 && value <= highest;
  return fits ? ok(value) : fail(unusable(name, text));
}

/** An address of the machine, or a name of one: not an address of a page, and without a port. */
function addressOf(text: string | undefined): Result<string> {
  const host = text?.trim() ?? "";
  if (host === "") return ok(DEFAULT_HOST);
  const fits = isIP(host) !== 0 || HOST_NAME.test(host);
  return fits ? ok(host) : fail(unusable("HOST", host));
}

/** Scheme and host only: what a browser names as the origin of our page. */
function originOf(text: string | undefined): Result<string | undefined> {
  if (text === undefined || text === "") return ok(undefined);
  const url = URL.parse(text);
  return url === null ? fail(unusable("PUBLIC_URL", text)) : ok(url.origin);
}

function unusable(name: string, value: string): Problem {
  return problem("setting-unusable", {
    text: {
      sv: `Inställningen ${name} kan inte vara "${value}".`,
      en: `The setting ${name} can't be "${value}".`,
    },
  });
}

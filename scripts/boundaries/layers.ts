/** What a layer may import: other layers (itself is understood) and packages. */
interface Layer {
  readonly layers: readonly string[];
  /** Names of packages; `node:` stands for the modules of Node, a name ending in `/` for a whole scope. */
  readonly packages: readonly string[];
}

const core = ["kernel", "spec", "rules", "domain", "contract"];
const services = ["followup", "exchange", "print", "jobs", "access", "demo", "backup"];
const server = ["node:", "pg", "zod"];

/**
 * The order of the house: kernel <- spec <- rules <- domain <- contract <- store <- services <- { api, cli } <- main.
 * A new package is added to the layer that needs it, together with its page in docs/decisions/.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  kernel: { layers: [], packages: [] },
  // zod reads the data files of specification and law; it computes and does nothing else.
  spec: { layers: ["kernel"], packages: ["zod"] },
  rules: { layers: ["kernel", "spec"], packages: ["zod"] },
  domain: { layers: ["kernel", "spec", "rules"], packages: [] },
  contract: { layers: ["kernel", "spec", "rules", "domain"], packages: ["zod"] },
  store: { layers: core, packages: server },
  followup: { layers: [...core, "store"], packages: server },
  exchange: {
    layers: [...core, "store"],
    packages: [...server, "write-excel-file", "read-excel-file", "@duckdb/node-api"],
  },
  print: {
    layers: [...core, "store"],
    packages: [...server, "@myriaddreamin/typst-ts-node-compiler"],
  },
  jobs: { layers: [...core, "store"], packages: server },
  access: {
    layers: [...core, "store"],
    packages: [...server, "@node-rs/argon2", "otpauth", "@simplewebauthn/server", "openid-client"],
  },
  backup: { layers: [...core, "store"], packages: [...server, "age-encryption"] },
  demo: { layers: [...core, "store", "access"], packages: server },
  api: { layers: [...core, "store", ...services], packages: [...server, "fastify", "@fastify/"] },
  cli: { layers: [...core, "store", ...services], packages: server },
  main: { layers: [...core, "store", ...services, "api", "cli"], packages: server },
  web: {
    layers: core,
    packages: [
      "zod",
      "react",
      "react-dom",
      "@tanstack/",
      "react-aria",
      "react-aria-components",
      "react-stately",
      "lean-qr",
      "@simplewebauthn/browser",
      "@internationalized/date",
    ],
  },
};

/** Layers whose answers depend on their arguments alone. */
export const PURE_LAYERS: readonly string[] = ["kernel", "spec", "rules", "domain"];

/** Packages only tests use, in whatever layer they test. */
export const TEST_PACKAGES: readonly string[] = [
  "vitest",
  "fast-check",
  "node:",
  "pg",
  "vite",
  "otpauth",
  "oidc-provider",
];

/** Imports between layers that the order forbids and that stand for a reason: `from file -> to file`. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  "web/shell/rooms.test.tsx -> src/access/policy.ts":
    "what the page offers each role is compared with what the policy grants it",
};

/** The layer of a file of the repository, by its path; undefined outside `src` and `web`. */
export function layerOf(file: string): string | undefined {
  const [root, second = "", third] = file.split("/");
  if (root === "web") return "web";
  if (root !== "src") return undefined;
  return third === undefined ? "main" : second;
}

/** True for a test and for what only tests use. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /\/testing\//.test(file);
}

// Writes the bill of materials (CycloneDX 1.6) of what the lock file names: `node scripts/sbom.ts > sbom.cdx.json`.
import { readFileSync } from "node:fs";

import { billOfMaterials, parseLock } from "./supply/sbom.ts";

const lock = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
process.stdout.write(`${JSON.stringify(billOfMaterials(parseLock(lock)), undefined, 1)}\n`);

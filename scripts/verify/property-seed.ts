// Set up before each file of unit and database tests: which random cases its properties are tried on.
import fc from "fast-check";

const seed = process.env["MITTPUNKT_SEED"];
const runs = process.env["MITTPUNKT_RUNS"];
fc.configureGlobal({
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});

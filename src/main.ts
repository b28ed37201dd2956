// What `npm start` runs. Compiled code is kept from one start to the next, by its content, so a changed file is
// compiled anew; where the folder can't be written everything is compiled each time.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/mittpunkt", import.meta.url)));
// Only what is loaded from here on is kept.
await import("./serve.ts");

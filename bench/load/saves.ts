// The process of those who write, apart from everything that is measured. It gets plans and gives reports.
import { parseSavePlan } from "../messages.ts";
import { runSaves } from "./open-loop.ts";

process.on("message", (message) => {
  void runSaves(parseSavePlan(message)).then((report) => process.send?.(report));
});
process.on("disconnect", () => process.exit());

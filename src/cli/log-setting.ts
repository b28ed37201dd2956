import { keepYearsLeast, type LogSetting } from "../access/log-review.ts";
import { changeLogSetting } from "../access/next-review.ts";
import { stockholmDate } from "../kernel/instant.ts";
import { inTenant } from "../store/in-tenant.ts";
import { listReviews } from "../store/log-review.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { withBoards } from "./with-boards.ts";

const MOST_MONTHS = 12;
const MOST_YEARS = 100;

/** What a board decides about its access log: how often it is checked, how long it is kept, names in extracts. */
export const logSetting: RunCommand = async (args, output) => {
  const [name, value] = args.words.slice(-2);
  const change = changeOf(name, value);
  if (change === undefined || args.board === undefined) {
    output.err(
      `Say what and the board: log-setting review-months 1-${MOST_MONTHS} | keep-years ${keepYearsLeast}-${MOST_YEARS} | extract-names on|off --board 1`,
    );
    return EXIT.unusable;
  }
  return withBoards(
    output,
    async ({ board: { tenant, name: board }, store }) => {
      const today = stockholmDate(store.clock.now());
      const setting = await inTenant(store.pools.app, tenant, async (tx) =>
        changeLogSetting(tx, today, await listReviews(tx), change),
      );
      output.out(`${tenant} ${board}: ${JSON.stringify(setting)}`);
      return true;
    },
    args.board,
  );
};

function changeOf(
  name: string | undefined,
  value: string | undefined,
): Partial<Omit<LogSetting, "notBefore">> | undefined {
  const number = /^\d{1,3}$/.test(value ?? "") ? Number(value) : 0;
  if (name === "review-months" && number >= 1 && number <= MOST_MONTHS) {
    return { reviewMonths: number };
  }
  if (name === "keep-years" && number >= keepYearsLeast && number <= MOST_YEARS) {
    return { keepYears: number };
  }
  if (name !== "extract-names" || (value !== "on" && value !== "off")) return undefined;
  return { extractNames: value === "on" };
}

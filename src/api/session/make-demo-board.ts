import { makeDemoBoard } from "../../contract/session/make-demo-board.ts";
import { makeDemoBoard as makeBoard } from "../../demo/make-demo-board.ts";
import { makeMunicipality, type MunicipalityOptions } from "../../demo/make-municipality.ts";
import type { AppContext } from "../app-context.ts";
import { handlePublic } from "../http/handler.ts";
import { BEGUN, tellFailed, tellFilling } from "./filling.ts";
import { withSetupCode } from "./with-setup-code.ts";

export const makeDemoBoardHandler = handlePublic(makeDemoBoard, (ctx, { body }) =>
  withSetupCode(ctx, body.code, async () => {
    const { board, accounts } = await makeSized(ctx.app, body);
    return { board, accounts: [...accounts] };
  }),
);

interface Wanted {
  readonly name?: string | undefined;
  readonly size: "families" | "small" | "typical";
}

function makeSized(app: AppContext, { name, size }: Wanted) {
  const { store, randomBytes } = app;
  return size === "families"
    ? makeBoard(store, { name, randomBytes })
    : fillMunicipality(app, { name, size, randomBytes });
}

/** Ready to sign in to at once; it fills while it is used, and whoever asks hears how far it is. */
async function fillMunicipality(app: AppContext, options: MunicipalityOptions) {
  const told = (done: number, total: number) => tellFilling(app, { ...BEGUN, done, total });
  const made = await makeMunicipality(app.store, { ...options, told });
  tellFilling(app, BEGUN);
  made.filled.then(
    () => tellFilling(app, undefined),
    () => tellFailed(app),
  );
  return made;
}

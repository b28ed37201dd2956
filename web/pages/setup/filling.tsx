import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { setupText } from "../../text/setup.ts";
import { useText } from "../../text/text.ts";

const ASKED_EVERY_MS = 1000;

/** How far an invented municipality is filled, also one that was left when the program stopped; nothing where none is. */
export function Filling(): ReactNode {
  const t = useText(setupText);
  const id = useId();
  const [seen, setSeen] = useState(false);
  const setup = useQuery({
    queryKey: ["setup", "filling"],
    queryFn: async () => {
      const { filling } = await call(endpoints.readSetup, {});
      if (filling !== null) setSeen(true);
      return filling;
    },
    refetchInterval: (query) => {
      const filling = query.state.data;
      return filling === null || filling?.failed === true ? false : ASKED_EVERY_MS;
    },
  });
  const filling = setup.data;
  if (filling === undefined) return null;
  if (filling === null) return seen ? <p role="status">{t("fillingDone")}</p> : null;
  const { done, total, failed, resumed } = filling;
  return (
    <div className="field">
      <label htmlFor={id}>{t("fillingLabel")}</label>
      {resumed && !failed ? <p>{t("fillingResumed")}</p> : null}
      {total === 0 ? <progress id={id} /> : <progress id={id} value={done} max={total} />}
      <p className="quiet">{t(said(total, failed), { done, total })}</p>
    </div>
  );
}

/** What is told of how far it is: families are counted once they are invented. */
function said(total: number, failed: boolean) {
  if (failed) return "fillingFailed";
  return total === 0 ? "fillingPlanned" : "fillingSo";
}

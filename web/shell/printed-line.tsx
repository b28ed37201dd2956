import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { meQuery } from "../api/queries.ts";
import { momentInWords } from "../text/dates.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";
import { useRoom } from "./use-room.ts";

/**
 * On paper only, above everything else: which page it is, of which board, who printed it and when. A sheet on a desk
 * has no address and nobody signed in.
 */
export function PrintedLine(): ReactNode {
  const t = useText(shellText);
  const { lang } = useLang();
  const me = useSuspenseQuery(meQuery).data;
  const room = useRoom();
  const [moment, setMoment] = useState(() => new Date());
  useEffect(() => {
    // The paper is drawn as soon as the event has been heard.
    const onPrint = (): void => flushSync(() => setMoment(new Date()));
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, []);
  const unit = me.unit === null ? "" : `, ${me.unit.name}`;
  return (
    <p className="printed-line">
      <strong>{room === undefined ? t("product") : t(room)}</strong>
      <span>{me.board.name}</span>
      <span>
        {t("printed", {
          moment: momentInWords(moment.toISOString(), lang),
          name: `${me.name}${unit}`,
        })}
      </span>
    </p>
  );
}

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { setupQuery } from "../../api/queries.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { BarePage } from "../../shell/bare-page.tsx";
import { setupText } from "../../text/setup.ts";
import { useText } from "../../text/text.ts";
import { DemoAccounts, type MadeDemo } from "./demo-accounts.tsx";
import { DemoBoardForm } from "./demo-board-form.tsx";
import { InvitedPeople, type MadeBoard } from "./invited-people.tsx";
import { RealBoardForm } from "./real-board-form.tsx";
import "../sign-in/sign-in.css";

type Use = "demo" | "real";
type Made =
  | { readonly use: "demo"; readonly board: MadeDemo }
  | { readonly use: "real"; readonly board: MadeBoard };

/** The one page of an empty installation: a code from the terminal makes a board to try, or the first real one. */
export function Page(): ReactNode {
  const t = useText(setupText);
  const [made, setMade] = useState<Made>();
  const [use, setUse] = useState<Use>("demo");
  const setup = useQuery({ ...setupQuery, enabled: made === undefined });
  if (made?.use === "demo") return <DemoAccounts made={made.board} />;
  if (made?.use === "real") return <InvitedPeople made={made.board} />;
  return (
    <BarePage real={use === "real"}>
      <h1 tabIndex={-1}>{t("setupTitle")}</h1>
      {setup.data?.needsSetup === false ? (
        <Notice>
          <p>{t("doneAlready")}</p>
          <div className="row">
            <Link className="button" to="/sign-in">
              {t("goOn")}
            </Link>
          </div>
        </Notice>
      ) : (
        <>
          <p className="entry-lead">{t("setupLead")}</p>
          <UseChoice use={use} onUse={setUse} />
          {use === "demo" ? (
            <DemoBoardForm onMade={(board) => setMade({ use, board })} />
          ) : (
            <RealBoardForm onMade={(board) => setMade({ use, board })} />
          )}
        </>
      )}
    </BarePage>
  );
}

const USES = { demo: ["useDemo", "useDemoHelp"], real: ["useReal", "useRealHelp"] } as const;

function UseChoice({ use, onUse }: { readonly use: Use; readonly onUse: (use: Use) => void }) {
  const t = useText(setupText);
  return (
    <fieldset className="field">
      <legend>{t("use")}</legend>
      <div className="choices">
        {(["demo", "real"] as const).map((each) => (
          <label className="choice" key={each}>
            <input
              type="radio"
              name="use"
              value={each}
              checked={use === each}
              aria-describedby={`use-${each}`}
              onChange={() => onUse(each)}
            />
            <span>
              {t(USES[each][0])}
              <span className="entry-choice-help" id={`use-${each}`}>
                {t(USES[each][1])}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

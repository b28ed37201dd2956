import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useAddress } from "../../shell/use-address.ts";
import { childQuery, meQuery } from "../../api/queries.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { glassText } from "../../text/glass.ts";
import { childText } from "../../text/child.ts";
import { useLang, useText } from "../../text/text.ts";
import { namesIn } from "../../spec/names-in.ts";
import { AboutFile } from "./about-file.tsx";
import { Areas } from "./areas.tsx";
import { Chronology } from "./chronology.tsx";
import { Drafts } from "./drafts.tsx";
import { Letters } from "./letters.tsx";
import { Matters } from "./matters.tsx";
import { MayBeSame } from "./may-be-same.tsx";
import { Measures } from "./measures.tsx";
import { Now } from "./now.tsx";
import { People } from "./people.tsx";
import { Prints } from "./prints.tsx";
import { Received } from "./received.tsx";
import { Voice } from "./voice.tsx";
import "./child.css";

const contents = [
  ["now", "now"],
  ["voice", "voice"],
  ["areas", "areas"],
  ["measures", "measures"],
  ["matters", "matters"],
  ["people", "people"],
  ["received", "received"],
  ["letters", "letters"],
  ["prints", "prints"],
  ["story", "story"],
] as const;

/** The child's page: now, the child's voice, the areas, and everything that has happened. */
export function Page(): ReactNode {
  const t = useText(childText);
  const g = useText(glassText);
  const { lang } = useLang();
  const { akt } = useAddress();
  const child = useSuspenseQuery(childQuery(akt)).data;
  const me = useSuspenseQuery(meQuery).data;
  const names = namesIn(child, lang);
  const prints = child.may.includes("print.make");
  return (
    <div className="child-page">
      <div className="child-ways no-print">
        <nav className="child-contents" aria-label={t("contents")}>
          {contents
            .filter(([id]) => id !== "prints" || prints)
            .map(([id, words]) => (
              <a key={id} href={`#${id}`}>
                {t(words)}
              </a>
            ))}
        </nav>
        <AboutFile child={child} />
      </div>
      {child.glassUntil === null ? null : (
        <Notice tone="warn" role="status">
          {g("until", { time: child.glassUntil.slice(11) })}
        </Notice>
      )}
      <MayBeSame child={child} />
      <Now child={child} />
      <Drafts child={child} today={me.today} />
      <Voice child={child} />
      <Areas child={child} />
      <Measures child={child} />
      <Matters child={child} names={names} />
      <People child={child} />
      <Received child={child} names={names} />
      <Letters child={child} today={me.today} />
      {prints ? <Prints child={child} /> : null}
      <Chronology child={child} names={names} />
    </div>
  );
}

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import type { listSessions } from "../../../src/contract/session/own-sign-ins.ts";
import { type AnswerOf, call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { meQuery, signInsQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { momentInWords } from "../../text/dates.ts";
import { factorText, noticeText } from "../../text/factor.ts";
import { useLang, useText } from "../../text/text.ts";
import { Passkeys } from "./passkeys.tsx";
import { Recovery } from "./recovery.tsx";
import { Telephone } from "./telephone.tsx";
import "./sign-ins.css";

export type Own = AnswerOf<typeof listSessions>;

/** Where one is signed in, what one signs in with, and what has happened to the account. */
export function Page(): ReactNode {
  const t = useText(factorText);
  const own = useSuspenseQuery(signInsQuery).data;
  const me = useSuspenseQuery(meQuery).data;
  const client = useQueryClient();
  const { unseen } = me.signIn;
  useEffect(() => {
    if (unseen === 0) return;
    void call(endpoints.seeNotices, { body: {} }).then(
      () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
      () => undefined,
    );
  }, [unseen, client]);
  const lacks = own.demanded && !own.totp && own.passkeys.every(({ refused }) => refused);
  return (
    <div className="sign-ins-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="sign-ins-lead">{t("lead")}</p>
      {lacks ? <Notice tone="warn">{t("demanded")}</Notice> : null}
      <Sessions own={own} />
      <Telephone own={own} />
      <Passkeys own={own} />
      {own.totp || own.passkeys.length > 0 ? <Recovery left={own.recovery} /> : null}
      <Notices own={own} />
    </div>
  );
}

function Sessions({ own }: { readonly own: Own }) {
  const t = useText(factorText);
  const { state, send } = useCommand(endpoints.endOtherSessions);
  return (
    <section aria-labelledby="sign-ins-now">
      <h2 id="sign-ins-now">{t("sessions")}</h2>
      <ul className="work-list">
        {own.sessions.map((session) => (
          <SessionRow key={session.session} session={session} />
        ))}
      </ul>
      {own.sessions.length > 1 ? (
        <button type="button" aria-disabled={state.sending} onClick={() => void send(() => ({}))}>
          {t("endOthers")}
        </button>
      ) : null}
      <ProblemNote state={state} />
    </section>
  );
}

function SessionRow({ session }: { readonly session: Own["sessions"][number] }) {
  const t = useText(factorText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.endSession);
  const where = [session.family, session.platform].filter((word) => word !== "").join(", ");
  const name = where === "" ? t("unknownBrowser") : where;
  return (
    <li className="sign-ins-row">
      <span>
        <strong>{name}</strong> {session.here ? <Tag tone="good">{t("here")}</Tag> : null}
        <span className="sign-ins-quiet">
          {session.address === "" ? "" : t("network", { address: session.address })}
          {session.lastAddress === null
            ? ""
            : `, ${t("networkNow", { address: session.lastAddress })}`}
        </span>
      </span>
      <span>
        {t("opened", { moment: momentInWords(session.openedAt, lang) })}
        <span className="sign-ins-quiet">
          {t("used", { moment: momentInWords(session.usedAt, lang) })}
        </span>
      </span>
      {session.here ? (
        <span />
      ) : (
        <button
          type="button"
          aria-disabled={state.sending}
          onClick={() => void send(() => ({ session: session.session }))}
        >
          {t("end")}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
      <ProblemNote state={state} />
    </li>
  );
}

function Notices({ own }: { readonly own: Own }) {
  const t = useText(factorText);
  const n =
    useText<Readonly<Record<string, { readonly sv: string; readonly en: string }>>>(noticeText);
  const { lang } = useLang();
  if (own.notices.length === 0) return null;
  return (
    <section aria-labelledby="sign-ins-notices">
      <h2 id="sign-ins-notices">{t("notices")}</h2>
      <ul className="work-list">
        {own.notices.map(({ notice, kind, at, by, family, platform, address }) => {
          const from = [family, platform, address].filter((word) => word !== "").join(", ");
          return (
            <li key={notice} className="sign-ins-row">
              <span>
                {n(kind)}
                {by === null ? "" : ` ${t("by", { name: by })}`}
              </span>
              <span>
                {momentInWords(at, lang)}
                <span className="sign-ins-quiet">{from}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

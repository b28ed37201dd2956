import { useState } from "react";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { fullDay } from "../../text/dates.ts";
import { type Lang, useLang, useText } from "../../text/text.ts";
import { AddRelation } from "./add-relation.tsx";
import { useNameOf } from "../../components/person-label/name-of.ts";

export type Member = ChildPageAnswer["family"][number];

interface FamilyProps {
  readonly child: ChildPageAnswer;
  /** The code of the field custody. */
  readonly custody: unknown;
  readonly today: string;
}

/** Who decides about the child and with whom it lives, with days: today's and earlier. */
export function Family({ child, custody, today }: FamilyProps) {
  const t = useText(basicDataText);
  const { lang } = useLang();
  const named = useNameOf();
  const [ending, setEnding] = useState<string>();
  const bound = child.family.filter(({ guardian, household }) => guardian || household);
  const ended = bound.find(({ relation }) => relation === ending);
  return (
    <section aria-labelledby="basic-data-family">
      <h2 id="basic-data-family">{t("family")}</h2>
      <p className="quiet">{t("familyLead")}</p>
      <CustodyNote bound={bound} custody={custody} />
      {bound.length === 0 ? (
        <p className="quiet">{t("familyEmpty")}</p>
      ) : (
        <DataTable
          caption={t("family")}
          captionHidden
          rows={bound}
          keyOf={({ relation }) => relation}
          columns={[
            {
              id: "who",
              head: t("name"),
              names: true,
              cell: ({ label }) => <PersonLabel person={label} />,
            },
            { id: "relation", head: t("relation"), cell: ({ words }) => words[lang] },
            {
              id: "days",
              head: t("days"),
              cell: (member) => (
                <span className={member.holds ? undefined : "quiet"}>
                  {daysOf(member, t, lang)}
                </span>
              ),
            },
            {
              id: "end",
              head: t("end"),
              headHidden: true,
              cell: ({ relation, holds, label, words, to }) =>
                holds && to === null ? (
                  <button type="button" className="plain" onClick={() => setEnding(relation)}>
                    {t("end")}
                    <span className="visually-hidden">
                      {" "}
                      {t("endOf", { relation: words[lang], name: named(label) })}
                    </span>
                  </button>
                ) : null,
            },
          ]}
        />
      )}
      {ended === undefined ? null : (
        <EndForm
          key={ended.relation}
          member={ended}
          child={child.person}
          today={today}
          onDone={() => setEnding(undefined)}
        />
      )}
      <AddRelation child={child} today={today} />
    </section>
  );
}

function daysOf(
  { from, to }: Member,
  t: ReturnType<typeof useText<typeof basicDataText>>,
  lang: Lang,
): string {
  if (to === null) {
    return from === null ? t("sinceUnknown") : t("since", { from: fullDay(from, lang) });
  }
  const until = fullDay(to, lang);
  return from === null
    ? t("until", { to: until })
    : t("between", { from: fullDay(from, lang), to: until });
}

/** How many guardians a kind of custody (codelist `custody`) has; the others say nothing of it. */
const guardiansOfCustody: Readonly<Record<string, number>> = { joint: 2, sole: 1 };

function CustodyNote({
  bound,
  custody,
}: {
  readonly bound: readonly Member[];
  readonly custody: unknown;
}) {
  const t = useText(basicDataText);
  const pack = usePack();
  const say = useSay();
  const guardians = new Set(
    bound.filter(({ guardian, holds }) => guardian && holds).map(({ person }) => person),
  );
  const expected = typeof custody === "string" ? guardiansOfCustody[custody] : undefined;
  if (expected === undefined || expected === guardians.size) return null;
  const words = say(codeLabel(pack, "custody", String(custody)));
  return <Notice>{t("custodyDiffers", { custody: words, n: guardians.size })}</Notice>;
}

/** The form opens under the table, away from the button that opened it. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

interface EndFormProps {
  readonly member: Member;
  readonly child: string;
  readonly today: string;
  readonly onDone: () => void;
}

function EndForm({ member, child, today, onDone }: EndFormProps) {
  const t = useText(basicDataText);
  const { lang } = useLang();
  const named = useNameOf();
  const [to, setTo] = useState<string>(today);
  const { state, send } = useCommand(endpoints.changePerson);
  const { relation, kind, person, from, label, words } = member;
  async function save(): Promise<void> {
    const days = { ...(from === null ? {} : { validFrom: from }), validTo: to };
    const done = await send((commandId) => ({
      commandId,
      person,
      data: {},
      relations: [{ relation, kind, to: child, ...days }],
    }));
    if (done !== undefined) onDone();
  }
  return (
    <form
      className="work-form relation-form"
      noValidate
      aria-label={`${t("end")} ${t("endOf", { relation: words[lang], name: named(label) })}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== "") void save();
      }}
    >
      <div className="field">
        <label htmlFor="relation-last-day">
          {t("lastDay")}: {t("endOf", { relation: words[lang], name: named(label) })}
        </label>
        <input
          id="relation-last-day"
          type="date"
          ref={focus}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <button type="submit" aria-disabled={state.sending}>
        {t("saveEnd")}
      </button>
      <button type="button" className="plain" onClick={onDone}>
        {t("cancel")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}

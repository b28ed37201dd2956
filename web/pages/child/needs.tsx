import type { MatterAnswer } from "../../api/queries.ts";
import { measureName } from "../../spec/measure-name.ts";
import { codeLabel, usePack, useSay } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { measureText } from "../../text/measure.ts";
import { useLang, useText } from "../../text/text.ts";

type Goal = MatterAnswer["goals"][number];
type Rating = MatterAnswer["measures"][number]["goals"][number];

interface WithMatter {
  readonly matter: MatterAnswer;
}

/** The needs with the goals for each, then goals for other needs. */
export function Needs({ matter }: WithMatter) {
  const t = useText(measureText);
  const { needs, goals } = matter;
  const others = goals.filter(({ need }) => !needs.some(({ id }) => id === need));
  return (
    <>
      {needs.map((need) => (
        <section key={need.id} className="need">
          <h4>
            {t("need")}: <Words of={need} />
          </h4>
          <AreaName area={need.area} />
          <Goals goals={goals.filter((goal) => goal.need === need.id)} matter={matter} />
        </section>
      ))}
      {others.length === 0 ? null : (
        <section className="need">
          <h4>{t("otherNeed")}</h4>
          <Goals goals={others} matter={matter} withArea />
        </section>
      )}
    </>
  );
}

/** What was written; whoever may not read it is told so. */
function Words({ of }: { readonly of: { readonly words: string } }) {
  const t = useText(measureText);
  if (of.words === "") return <span className="quiet">{t("hidden")}</span>;
  return <span lang="sv">{of.words}</span>;
}

function AreaName({ area }: { readonly area: string | null }) {
  const say = useSay();
  const name = usePack().areas.find(({ id }) => id === area)?.name;
  return name === undefined ? null : <p className="quiet">{say(name)}</p>;
}

function Goals({
  goals,
  matter,
  withArea = false,
}: WithMatter & { readonly goals: readonly Goal[]; readonly withArea?: boolean }) {
  const t = useText(measureText);
  if (goals.length === 0) return <p className="quiet">{t("noGoal")}</p>;
  return (
    <ul className="goals">
      {goals.map((goal) => (
        <li key={goal.id}>
          <p>
            {t("goal")}: <Words of={goal} />
          </p>
          {withArea ? <AreaName area={goal.area} /> : null}
          <Attainment goal={goal} matter={matter} />
        </li>
      ))}
    </ul>
  );
}

/** How far each measure has come with a goal, in words: as judged, and as the child and the guardians judge it. */
function Attainment({ goal, matter }: WithMatter & { readonly goal: Goal }) {
  const t = useText(measureText);
  const { lang } = useLang();
  const pack = usePack();
  const { measures } = matter;
  const working = measures.flatMap((measure) => {
    const rating = measure.goals.find((each) => each.goal === goal.id);
    return rating === undefined ? [] : [{ measure, rating }];
  });
  if (working.length === 0) {
    // Before a measure is granted nothing can be said of one.
    return measures.length === 0 ? null : <p className="quiet">{t("noMeasure")}</p>;
  }
  return working.map(({ measure, rating }) => (
    <p key={measure.measure} className="quiet">
      {measureName(pack, measure, lang, measures)}: <RatingWords rating={rating} />
    </p>
  ));
}

function RatingWords({ rating }: { readonly rating: Rating }) {
  const t = useText(measureText);
  const { lang } = useLang();
  const pack = usePack();
  const { on, attainment, childAttainment, guardianAttainment } = rating;
  if (on === null) return <>{t("notFollowedUp")}.</>;
  const inWords = (code: string) => codeLabel(pack, "goal-attainment", code)[lang];
  const day = fullDay(on, lang);
  const facts = [
    attainment === null
      ? t("notJudged", { day })
      : t("attained", { how: inWords(attainment), day }),
    ...(childAttainment === null ? [] : [t("byChild", { how: inWords(childAttainment) })]),
    ...(guardianAttainment === null ? [] : [t("byGuardian", { how: inWords(guardianAttainment) })]),
  ];
  return <>{facts.join("; ")}.</>;
}

import type { ChildPageAnswer } from "../../api/queries.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { usePack, useSay } from "../../spec/use-pack.ts";
import { childText } from "../../text/child.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import "./areas.css";

type AreaAnswer = ChildPageAnswer["areas"][number];

/** The twelve areas as a matrix: what protects to the left, what is a risk to the right. No levels, no sums. */
export function Areas({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(childText);
  const pack = usePack();
  const written = child.areas.some(
    (area) => area.protective.length + area.risk.length > 0 || area.latest !== null,
  );
  return (
    <section className="child-section" id="areas" aria-labelledby="areas-title">
      <h2 id="areas-title">{t("areasTitle")}</h2>
      {written ? (
        <table className="areas">
          <caption className="visually-hidden">{t("areasTitle")}</caption>
          <thead>
            <tr>
              <th scope="col" className="protective">
                {t("protective")}
              </th>
              <th scope="col">{t("area")}</th>
              <th scope="col">{t("risk")}</th>
            </tr>
          </thead>
          {pack.sides.map((side) => (
            <SideRows key={side.id} side={side.id} areas={child.areas} />
          ))}
        </table>
      ) : (
        <EmptyNote title={t("noAreas")}>{t("noAreasHelp")}</EmptyNote>
      )}
    </section>
  );
}

function SideRows({
  side,
  areas,
}: {
  readonly side: string;
  readonly areas: readonly AreaAnswer[];
}) {
  const pack = usePack();
  const say = useSay();
  const t = useText(childText);
  const name = pack.sides.find((each) => each.id === side)?.name;
  return (
    <tbody>
      <tr className="side">
        <th scope="rowgroup" colSpan={3}>
          {name === undefined ? side : say(name)}
        </th>
      </tr>
      {pack.areas
        .filter((area) => area.side === side)
        .map((area) => {
          const answer = areas.find((each) => each.area === area.id);
          return (
            <tr key={area.id}>
              <td className="protective" data-head={t("protective")}>
                <Factors ids={answer?.protective ?? []} />
              </td>
              <th scope="row">
                {say(area.name)}
                <Latest latest={answer?.latest ?? null} />
              </th>
              <td data-head={t("risk")}>
                <Factors ids={answer?.risk ?? []} />
              </td>
            </tr>
          );
        })}
    </tbody>
  );
}

/** The latest line of an area, or the day something was last written there. */
function Latest({ latest }: { readonly latest: string | null }) {
  const t = useText(childText);
  const { lang } = useLang();
  if (latest === null) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(latest);
  return (
    <span className="area-latest">
      {isDay ? t("latest", { day: fullDay(latest, lang) }) : latest}
    </span>
  );
}

/** Factors by their words in the specification; what somebody wrote in own words as it stands. */
export function Factors({ ids }: { readonly ids: readonly string[] }) {
  const pack = usePack();
  const say = useSay();
  if (ids.length === 0) return null;
  return (
    <ul>
      {ids.map((id) => {
        const factor = pack.factors.find((each) => each.id === id);
        return <li key={id}>{factor === undefined ? id : say(factor.label)}</li>;
      })}
    </ul>
  );
}

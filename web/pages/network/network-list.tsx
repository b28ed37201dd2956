import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { networkText } from "../../text/network.ts";
import { useLang, useText } from "../../text/text.ts";
import { daysOf, type Member, type Network, type NetworkModel, type Relation } from "./model.ts";

interface Props {
  readonly answer: Network;
  readonly model: NetworkModel;
  readonly onOpen: (member: Member) => void;
  readonly onEnd: (member: Member, relations: readonly Relation[]) => void;
}

/** The same people and days as on the map, as text; from here a relation is ended. */
export function NetworkList({ answer, model, onOpen, onEnd }: Props) {
  const t = useText(networkText);
  return (
    <div className="network-list">
      {model.groups.map((group) => (
        <section key={group.id}>
          <h3>{group.title}</h3>
          <ul>
            {group.members.map((member) => (
              <MemberLine key={member.id} member={member} onOpen={onOpen} onEnd={onEnd} />
            ))}
          </ul>
        </section>
      ))}
      <Elsewhen title={t("coming")} answer={answer} relations={model.coming} />
      <Elsewhen title={t("ended")} answer={answer} relations={model.ended} />
      {answer.hidden === 0 ? null : (
        <p className="quiet">
          {answer.hidden === 1 ? t("hiddenOne") : t("hidden", { n: answer.hidden })}
        </p>
      )}
    </div>
  );
}

function MemberLine({
  member,
  onOpen,
  onEnd,
}: Pick<Props, "onOpen" | "onEnd"> & { readonly member: Member }) {
  const t = useText(networkText);
  const source = useSource();
  const { name, person, ties } = member;
  return (
    <li>
      {person === undefined ? <strong>{name}</strong> : <PersonLabel person={person} />}
      {ties.map(({ words, days, relations }) => (
        <span key={words} className="network-tie">
          <span>
            {[words, days, source(relations[0])].filter((part) => part !== "").join(", ")}
          </span>
          {relations.length === 0 ? null : (
            <button
              type="button"
              className="plain no-print"
              onClick={() => onEnd(member, relations)}
            >
              {t("end")}
              <span className="visually-hidden">
                {" "}
                {name}, {words}
              </span>
            </button>
          )}
        </span>
      ))}
      {person === undefined ? null : (
        <button type="button" className="plain no-print" onClick={() => onOpen(member)}>
          {t("details")}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
    </li>
  );
}

function Elsewhen({
  title,
  answer,
  relations,
}: {
  readonly title: string;
  readonly answer: Network;
  readonly relations: readonly Relation[];
}) {
  const t = useText(networkText);
  const { lang } = useLang();
  if (relations.length === 0) return null;
  const child = answer.child.person;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {relations.map(({ relation, person, other, kind, validFrom, validTo }) => {
          const whom = person === child ? other : person;
          const name = answer.persons.find((each) => each.person === whom)?.name ?? "";
          return (
            <li key={relation}>
              {[name, kind[lang], daysOf(validFrom, validTo, { t, lang })].join(", ")}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who said so, in words; empty where nobody has told. */
function useSource(): (relation: Relation | undefined) => string {
  const t = useText(networkText);
  const { lang } = useLang();
  const pack = usePack();
  return (relation) => {
    const code = relation?.source ?? "";
    if (code === "") return "";
    return t("source", { name: codeLabel(pack, "basic-data-source", code)[lang] });
  };
}

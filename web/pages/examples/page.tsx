import { type ReactNode, useState } from "react";
import { ClockLine } from "../../components/clock-row/clock-line.tsx";
import { ClockRow } from "../../components/clock-row/clock-row.tsx";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { EmptyNote, Notice } from "../../components/notice/notice.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { marks, PersonMark } from "../../components/person-label/person-mark.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { SaveStateLine } from "../../components/save-state/save-state.tsx";
import { SidePanel } from "../../components/side-panel/side-panel.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { SaveState } from "../../drafts/save-state.ts";
import { BarePage } from "../../shell/bare-page.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { examplesText } from "../../text/examples.ts";
import { useText } from "../../text/text.ts";
import { Fields } from "./fields.tsx";
import { sampleClocks, samplePeople, sampleProblems } from "./sample.ts";
import "./examples.css";

type Key = keyof typeof examplesText;

const saveStates: readonly SaveState[] = [
  { kind: "opening" },
  { kind: "untouched" },
  { kind: "typing" },
  { kind: "saving" },
  { kind: "saved", at: new Date("2026-11-25T09:42:07Z") },
  { kind: "no-contact" },
  { kind: "refused" },
];

const colours = [
  "page",
  "rail",
  "sunken",
  "ink",
  "ink-quiet",
  "line",
  "line-strong",
  "accent",
  "accent-soft",
  "danger",
  "danger-soft",
  "warn",
  "warn-soft",
  "good",
  "good-soft",
] as const;

/** Every component in every state, to look at in light, dark, narrow, large and on paper. */
export function Page(): ReactNode {
  const t = useText(examplesText);
  const [panel, setPanel] = useState(false);
  return (
    <BarePage wide>
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead")}</p>
      <Example name="marks">
        <p className="example-row example-marks">
          {Array.from({ length: marks }, (_, stripe) => (
            <PersonMark key={stripe} stripe={stripe} size="large" />
          ))}
        </p>
      </Example>
      <Example name="people">
        {samplePeople.map((person) => (
          <p key={person.stripe}>
            <PersonLabel person={person} />
          </p>
        ))}
      </Example>
      <Example name="clocks">
        <ul className="clock-list">
          {sampleClocks.map((clock) => (
            <ClockRow key={clock.clock} clock={clock} />
          ))}
        </ul>
        <ul className="clock-lines example-narrow">
          {sampleClocks.slice(0, 5).map((clock) => (
            <ClockLine key={clock.clock} clock={clock} />
          ))}
        </ul>
      </Example>
      <Example name="tags">
        <p className="example-row">
          <Tag>Utkast</Tag>
          <Tag tone="warn">Skyddade personuppgifter</Tag>
          <Tag tone="danger">Försenad</Tag>
          <Tag tone="good">Fastställt</Tag>
        </p>
      </Example>
      <Words />
      <Example name="errors">
        <ErrorSummary
          problems={sampleProblems}
          controlOf={() => "example-control"}
          takesFocus={false}
        />
        <ProblemNote
          state={{ sending: false, problems: sampleProblems, warnings: [], noContact: false }}
        />
        <ProblemNote state={{ sending: false, problems: [], warnings: [], noContact: true }} />
        <Loading />
      </Example>
      <Example name="saving">
        {saveStates.map((state) => (
          <SaveStateLine key={state.kind} state={state} />
        ))}
      </Example>
      <Buttons />
      <Example name="fields">
        <Fields />
      </Example>
      <Table />
      <Example name="empty">
        <EmptyNote
          title="Här visas det du ska göra"
          action={
            <button type="button" className="primary">
              Ta emot en anmälan
            </button>
          }
        >
          När en anmälan kommer in eller du får ett ärende står nästa steg här.
        </EmptyNote>
      </Example>
      <Example name="panel">
        <button type="button" onClick={() => setPanel(true)}>
          {t("openPanel")}
        </button>
        {panel ? (
          <SidePanel title={t("panel")} onClose={() => setPanel(false)}>
            <p className="narrative">Det är värst hemma på söndagar.</p>
          </SidePanel>
        ) : null}
      </Example>
      <Colours />
      <LongWords />
    </BarePage>
  );
}

function Example({ name, children }: { readonly name: Key; readonly children: ReactNode }) {
  const t = useText(examplesText);
  return (
    <section className="example" aria-labelledby={`example-${name}`}>
      <h2 id={`example-${name}`}>{t(name)}</h2>
      {children}
    </section>
  );
}

function Colours() {
  return (
    <Example name="colours">
      <ul className="swatches">
        {colours.map((colour) => (
          <li key={colour}>
            <span className={`swatch swatch-${colour}`} />
            {colour}
          </li>
        ))}
      </ul>
    </Example>
  );
}

function Table() {
  return (
    <Example name="tables">
      <DataTable
        caption="Vem som har vad"
        rows={samplePeople}
        keyOf={(person) => person.stripe}
        columns={[
          { id: "name", head: "Namn", names: true, cell: (person) => person.name },
          { id: "number", head: "Nummer", cell: (person) => person.number ?? "–" },
          { id: "age", head: "Ålder", number: true, cell: (person) => person.age ?? "–" },
        ]}
      />
    </Example>
  );
}

function Words() {
  return (
    <Example name="notices">
      {(["plain", "warn", "danger", "good"] as const).map((tone) => (
        <Notice key={tone} tone={tone}>
          <p>Vårdnadshavarna ska underrättas. Beslutet gäller från i dag.</p>
        </Notice>
      ))}
    </Example>
  );
}

function Buttons() {
  return (
    <Example name="buttons">
      <p className="example-row">
        <button type="button" className="primary">
          Inled utredning
        </button>
        <button type="button">Inled inte utredning</button>
        <button type="button" className="plain">
          Ta bort
        </button>
        <button type="button" aria-disabled>
          Fastställ
        </button>
        <button type="button" className="primary" aria-disabled>
          Skickar …
        </button>
      </p>
      <label htmlFor="example-control">Skäl</label>
      <textarea lang="sv" spellCheck id="example-control" defaultValue="Omfattande skolfrånvaro." />
    </Example>
  );
}

function LongWords() {
  return (
    <>
      <Example name="type">
        <p className="narrative">
          Möte med rektor, mamman och Elmer. Mamman säger att Elmer har ont i magen på morgnarna och
          att hon inte får upp honom. Elmer är med i tjugo minuter. Han säger: ”Det är inte skolan
          som är värst.” Han vill inte säga mer när mamman är med.
        </p>
      </Example>
      <Example name="longWords">
        <div className="example-narrow" lang="sv">
          <p>
            Barnavårdsutredningsdokumentationssystemsförvaltningsorganisation och
            socialtjänstdataregisterförordningstillämpning.
          </p>
        </div>
        <div dir="rtl" lang="ar" className="example-narrow">
          <Notice tone="warn">
            <p>يجب إبلاغ أولياء الأمور بالقرار.</p>
          </Notice>
          {samplePeople.slice(0, 1).map((person) => (
            <PersonLabel key={person.person} person={{ ...person, name: "سارة" }} />
          ))}
        </div>
      </Example>
    </>
  );
}

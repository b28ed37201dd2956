import { Fragment } from "react";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { keysText } from "../text/keys.ts";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";
import { type KeyId, keyTable, nearKeys, printed } from "./key-table.ts";
import type { KeyCommands } from "./use-keys.ts";

type Group = "everywhere" | "inText" | "inList";

/** Where each key is looked for; one without a group here is no key of the page. */
const groupOf: Readonly<Record<KeyId | keyof typeof nearKeys, Group>> = {
  palette: "everywhere",
  search: "everywhere",
  find: "everywhere",
  note: "everywhere",
  report: "everywhere",
  map: "everywhere",
  undo: "inText",
  redo: "inText",
  cite: "inText",
  phrase: "inText",
  fill: "inText",
  next: "inList",
  previous: "inList",
  open: "inList",
  close: "inList",
};

const groups = ["everywhere", "inText", "inList"] as const;

type Row = readonly [keyof typeof groupOf, readonly (readonly string[])[]];

const rows: readonly Row[] = [
  ...Object.entries(keyTable).map(([id, combos]): Row => [
    parseId(id),
    combos.map((combo) => printed(combo)),
  ]),
  ...Object.entries(nearKeys).map(([id, keys]): Row => [parseId(id), keys]),
];

function parseId(id: string): keyof typeof groupOf {
  if (!Object.hasOwn(groupOf, id)) throw new Error(`the key ${id} has no place in the map`);
  return id as keyof typeof groupOf;
}

/** Every key there is, and the switch that turns the plain ones off. */
export function KeyMap({
  commands,
  on,
  onSwitch,
  onClose,
}: {
  /** Those there are for whoever is signed in. */
  readonly commands: KeyCommands;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useText(keysText);
  const s = useText(shellText);
  return (
    <SidePanel title={s("keys")} onClose={onClose}>
      <p className="quiet">{t("lead")}</p>
      {groups.map((group) => (
        <table className="key-map" key={group}>
          <caption>{t(group)}</caption>
          <tbody>
            {rows
              .filter(([id]) => groupOf[id] === group && (id in commands || id in nearKeys))
              .map(([id, keys]) => (
                <tr key={id}>
                  <th scope="row">
                    {keys.map((parts, nth) => (
                      <Fragment key={parts.join("+")}>
                        {nth === 0 ? null : <span className="key-or"> {t("or")} </span>}
                        <Keys parts={parts} />
                      </Fragment>
                    ))}
                  </th>
                  <td>{t(id)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        {t("on")}
      </label>
      <p className="field-help">{t("onHelp")}</p>
    </SidePanel>
  );
}

/** Keys that are held together. */
export function Keys({ parts }: { readonly parts: readonly string[] }) {
  return (
    <span className="keys-held">
      {parts.map((part, nth) => (
        <Fragment key={part}>
          {nth === 0 ? null : "+"}
          <kbd>{part}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

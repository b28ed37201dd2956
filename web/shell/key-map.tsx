import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { shellText } from "../text/shell.ts";
import { useText } from "../text/text.ts";

const keys = [
  ["j", "keyNext"],
  ["k", "keyPrevious"],
  ["Enter", "keyOpen"],
  ["/", "keySearch"],
  ["n", "keyNew"],
  ["a", "keyNote"],
  ["?", "keyMap"],
  ["Esc", "keyClose"],
] as const;

/** Every key there is, and the switch that turns them off. */
export function KeyMap({
  on,
  onSwitch,
  onClose,
}: {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useText(shellText);
  return (
    <SidePanel title={t("keys")} onClose={onClose}>
      <p className="quiet">{t("keysLead")}</p>
      <table className="key-map">
        <tbody>
          {keys.map(([key, words]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        {t("keysOn")}
      </label>
    </SidePanel>
  );
}

import { fileKinds, type FileKind } from "../../../src/contract/followup/file-table.ts";
import { filesText } from "../../text/files.ts";
import { useText } from "../../text/text.ts";

/** The same as a file of each kind. `about` is where its description is, for the kinds that hold none. */
export function FileLinks({
  hrefOf,
  about,
  label,
}: {
  readonly hrefOf: (kind: FileKind) => string;
  readonly about?: string;
  readonly label?: string;
}) {
  const t = useText(filesText);
  const said = label ?? t("takeAs");
  return (
    <div className="row no-print" role="group" aria-label={said}>
      <span>{said}</span>
      {fileKinds.map((kind) => (
        <a key={kind} className="button" href={hrefOf(kind)} download>
          {t(kind)}
        </a>
      ))}
      {about === undefined ? null : (
        <a href={about} download>
          {t("about")}
        </a>
      )}
    </div>
  );
}

import { NoContactError, RefusedError } from "../../api/client.ts";
import { shellText } from "../../text/shell.ts";
import { useLang, useText } from "../../text/text.ts";
import { Notice } from "./notice.tsx";

/** Why a part of a page could not be shown; the rest of the page stays. */
export function ErrorNote({ error }: { readonly error: Error }) {
  const t = useText(shellText);
  const { lang } = useLang();
  if (error instanceof RefusedError && error.problems.length > 0) {
    return (
      <Notice tone="warn" role="alert">
        {error.problems.map((found) => (
          <p key={found.id}>{found[lang]}</p>
        ))}
      </Notice>
    );
  }
  const noContact = error instanceof NoContactError;
  return (
    <Notice tone="warn" role="alert">
      <p>
        <strong>{t(noContact ? "noContactTitle" : "partFault")}</strong>
      </p>
      <p>{t(noContact ? "noContact" : "fault")}</p>
    </Notice>
  );
}

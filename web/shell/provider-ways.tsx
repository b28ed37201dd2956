import { useEffect, useState } from "react";
import { call } from "../api/client.ts";
import { endpoints } from "../api/endpoints.ts";
import type { Me, Setup } from "../api/queries.ts";
import { Notice } from "../components/notice/notice.tsx";
import { entryText } from "../text/entry.ts";
import { useText } from "../text/text.ts";
import { openProviderWindow, whenShown } from "./provider-window.ts";
import { useWordsOfFailure } from "./sign-in-step.ts";
import { useSearchText } from "./use-address.ts";
import "./provider-ways.css";

/**
 * A button for each board that the municipality's sign-in opens. `again`: beside an open page, in a window of its own,
 * so that what is typed stays.
 */
export function ProviderWays({
  setup,
  again,
  onSignedIn,
}: {
  readonly setup: Setup;
  readonly again: boolean;
  readonly onSignedIn: (me: Me) => void;
}) {
  const t = useText(entryText);
  const wordsOf = useWordsOfFailure();
  const after = useSearchText("after");
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { providers, localAccounts } = setup;
  useEffect(() => {
    if (!again) return undefined;
    return whenShown("again", () => {
      call(endpoints.readMe, {}).then(onSignedIn, setFailure);
    });
  }, [again, onSignedIn]);
  async function go(board: number): Promise<void> {
    setSending(true);
    setFailure(undefined);
    const where = after.startsWith("/") ? { after } : {};
    const address = async (): Promise<string> => {
      const body = again ? { board, again } : { board, ...where };
      return (await call(endpoints.beginProvider, { body })).url;
    };
    try {
      if (again) await openProviderWindow(address);
      else location.assign(await address());
    } catch (error) {
      setFailure(error);
      setSending(false);
    }
    // The page is left where it went well; a window that was closed may be opened again.
    if (again) setSending(false);
  }
  return (
    <div className="provider-ways">
      {failure === undefined ? null : (
        <Notice tone="danger" role="alert">
          {wordsOf(failure)}
        </Notice>
      )}
      {providers.map(({ board, name }) => (
        <p key={board}>
          <button
            type="button"
            className="primary"
            aria-disabled={sending}
            onClick={() => void go(board)}
          >
            {providers.length === 1 ? t("withProvider") : t("withProviderOf", { name })}
          </button>
        </p>
      ))}
      {again ? <p className="provider-quiet">{t("providerWindow")}</p> : null}
      {localAccounts ? <p className="provider-quiet">{t("orHere")}</p> : null}
    </div>
  );
}

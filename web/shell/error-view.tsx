import { lazy, type ReactNode, Suspense } from "react";
import { useQuery, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { NoContactError, RefusedError } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { paths } from "../paths.ts";
import { shellText } from "../text/shell.ts";
import { useLang, useText } from "../text/text.ts";
import { BarePage } from "./bare-page.tsx";
import { useAddress } from "./use-address.ts";
import "./shell.css";

const serverFault = 500;
const tooMany = 429;
const notYours = "access.not-yours";

const GlassOffer = lazy(async () => {
  const { GlassOffer: offer } = await import("../pages/glass/offer.tsx");
  return { default: offer };
});

/** What a page says instead of itself when it cannot be shown, and what to do. */
export function ErrorView({ error }: Pick<ErrorComponentProps, "error">) {
  const t = useText(shellText);
  const { lang } = useLang();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const noContact = error instanceof NoContactError;
  const refused = error instanceof RefusedError;
  // Asking again helps where the server failed or was asked too much; a refusal stays one.
  const denied = refused && error.status < serverFault && error.status !== tooMany;
  const missing = refused && error.status === 404;
  const title = noContact
    ? "noContactTitle"
    : missing
      ? "notFoundTitle"
      : denied
        ? "refusedTitle"
        : "faultTitle";
  return (
    <div className="state-page" role="alert">
      <h1 tabIndex={-1}>{t(title)}</h1>
      {refused && error.problems.length > 0 ? (
        error.problems.map((found) => (
          <p key={found.id}>
            {found[lang]}{" "}
            {found.ruleId === undefined ? null : (
              <span className="quiet">
                {t("rule")} <code>{found.ruleId}</code>
              </span>
            )}
          </p>
        ))
      ) : (
        <p>{t(noContact ? "noContact" : "fault")}</p>
      )}
      {refused && error.problems.some(({ id }) => id === notYours) ? (
        <InEmergency
          onOpened={() => {
            reset();
            void router.invalidate();
          }}
        />
      ) : null}
      <div className="row">
        {denied ? null : (
          <button
            type="button"
            className="primary"
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {t("tryAgain")}
          </button>
        )}
        <Link className={denied ? "button primary" : "button"} {...paths.myDay}>
          {t("toMyDay")}
        </Link>
      </div>
    </div>
  );
}

/** Where an akt was refused and the role may ever need it all the same. */
function InEmergency({ onOpened }: { readonly onOpened: () => void }) {
  const { akt } = useAddress();
  const me = useQuery(meQuery).data;
  if (akt === "" || me?.actions.includes("glass.open") !== true) return null;
  return (
    <Suspense fallback={null}>
      <GlassOffer akt={akt} onOpened={onOpened} />
    </Suspense>
  );
}

/** For an address that is no room: it stands alone, as there may be nobody signed in. */
export function NotFound(): ReactNode {
  const t = useText(shellText);
  return (
    <BarePage>
      <h1 tabIndex={-1}>{t("notFoundTitle")}</h1>
      <p>{t("notFound")}</p>
      <div className="row">
        <Link className="button primary" {...paths.myDay}>
          {t("toMyDay")}
        </Link>
      </div>
    </BarePage>
  );
}

/** Words while something slow is fetched; nothing spins. */
export function Loading(): ReactNode {
  const t = useText(shellText);
  return (
    <p className="loading" role="status">
      {t("loading")}
    </p>
  );
}

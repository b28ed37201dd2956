import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { identityText } from "../../text/identity.ts";
import { useText } from "../../text/text.ts";
import { LikelyDoubles } from "../search/likely-doubles.tsx";
import { JoinForm } from "./join-form.tsx";

/** Other records that may be of the same child, for those who may join them; nothing where there is none. */
export function MayBeSame({ child }: { readonly child: ChildPageAnswer }) {
  const t = useText(identityText);
  const [other, setOther] = useState<string>();
  const { person } = child;
  // The page does not wait for it.
  const found = useQuery({
    queryKey: ["doubles", person],
    queryFn: () => call(endpoints.listDoubles, { params: { person } }),
    retry: false,
    enabled: child.may.includes("person.write"),
  });
  const doubles = found.data?.doubles ?? [];
  const chosen = doubles.find((double) => double.person === other);
  if (chosen !== undefined) {
    return (
      <div className="child-section">
        <JoinForm
          person={person}
          name={child.child.name}
          other={{ ...chosen, running: false }}
          onDone={() => setOther(undefined)}
        />
      </div>
    );
  }
  if (doubles.length === 0) return null;
  return (
    <div className="child-section no-print">
      <LikelyDoubles doubles={doubles}>
        {(double) =>
          double.kind === "twins" ? null : (
            <button type="button" onClick={() => setOther(double.person)}>
              {t("join")}
              <span className="visually-hidden">: {double.name}</span>
            </button>
          )
        }
      </LikelyDoubles>
    </div>
  );
}

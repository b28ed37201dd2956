import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { Objections } from "../child/objections.tsx";

const fixedEvent = "basis.fixed";

/** What was objected to the version the parties have read, beside the text that is being written on. */
export function PartyObjections({
  akt,
  matter,
}: {
  readonly akt: string;
  readonly matter: string;
}) {
  const found = useQuery({
    queryKey: ["objections", akt, matter],
    queryFn: async () => {
      const params = { akt };
      const query = { kind: fixedEvent, matter };
      const { lines } = await call(endpoints.chronology, { params, query });
      const latest = lines[0];
      if (latest === undefined) return [];
      const entry = await call(endpoints.chronologyEntry, { params: { akt, seq: latest.seq } });
      return entry.objections;
    },
  });
  return <Objections objections={found.data ?? []} />;
}

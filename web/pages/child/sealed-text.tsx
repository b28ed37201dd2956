import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { ErrorNote } from "../../components/notice/error-note.tsx";
import { Loading } from "../../shell/error-view.tsx";
import { AnswersView } from "../../spec/answers-view.tsx";
import { usePack } from "../../spec/use-pack.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";

export interface SealedTextProps {
  readonly akt: string;
  readonly seq: number;
  readonly names: ReadonlyMap<string, string>;
}

/** What a line said that was moved away, for the manager, when asked for: each reading is noted. */
export function SealedText(props: SealedTextProps) {
  const t = useText(recordText);
  const [open, setOpen] = useState(false);
  if (open) return <Opened {...props} />;
  return (
    <div className="no-print">
      <button type="button" onClick={() => setOpen(true)}>
        {t("readSealed")}
      </button>
      <p className="quiet small">{t("readSealedIsLogged")}</p>
    </div>
  );
}

function Opened({ akt, seq, names }: SealedTextProps) {
  const found = useQuery({
    queryKey: ["sealed", akt, seq],
    queryFn: () => call(endpoints.readSealed, { params: { akt, seq } }),
    gcTime: 0,
  });
  if (found.error !== null) return <ErrorNote error={found.error} />;
  if (found.data === undefined) return <Loading />;
  return <Text {...found.data} names={names} />;
}

function Text({
  document: id,
  specDigest,
  data,
  names,
}: {
  readonly document: string | null;
  readonly specDigest: string;
  readonly data: Parameters<typeof AnswersView>[0]["answers"];
  readonly names: ReadonlyMap<string, string>;
}) {
  const pack = usePack(specDigest);
  const document = id === null ? undefined : pack.documents[id];
  if (document === undefined) return null;
  return (
    <div className="struck">
      <AnswersView pack={pack} document={document} answers={data} names={names} />
    </div>
  );
}

import { useRef, useState } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import type { uploadFile } from "../../../src/contract/received/upload-file.ts";
import { type AnswerOf, call, NoContactError, RefusedError } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { receivedText } from "../../text/received.ts";

/** What may be sent; the server says the same, after it has been sent. */
const mostBytes = 25 * 1024 * 1024;
const pointer = "/file";

export interface UploadState {
  readonly sending: boolean;
  readonly problems: readonly ProblemShape[];
  readonly uploaded?: AnswerOf<typeof uploadFile>;
}

const nothing: UploadState = { sending: false, problems: [] };

function own(id: string, words: { readonly sv: string; readonly en: string }): ProblemShape {
  return { id, severity: "block", pointer, ...words };
}

/** A file on its way into a matter: checked as soon as it is chosen, so that a wrong one is told of at once. */
export function useUpload(akt: string, matter: string) {
  const [state, setState] = useState<UploadState>(nothing);
  const latest = useRef(0);
  async function choose(file: File | undefined): Promise<void> {
    latest.current += 1;
    const turn = latest.current;
    if (file === undefined) return setState(nothing);
    if (file.size > mostBytes) {
      return setState({ ...nothing, problems: [own("file.too-large", receivedText.tooLarge)] });
    }
    setState({ ...nothing, sending: true });
    const found = await sent(akt, matter, file);
    // Another file has been chosen meanwhile.
    if (turn === latest.current) setState(found);
  }
  const fail = (problems: readonly ProblemShape[]): void => setState({ ...nothing, problems });
  return { state, choose, fail };
}

async function sent(akt: string, matter: string, file: File): Promise<UploadState> {
  try {
    const query = { akt, matter };
    const uploaded = await call(endpoints.uploadFile, { query, bytes: file });
    return { ...nothing, uploaded };
  } catch (error) {
    if (error instanceof RefusedError) return { ...nothing, problems: error.problems };
    if (!(error instanceof NoContactError)) throw error;
    return { ...nothing, problems: [own("file.lost", receivedText.fileLost)] };
  }
}

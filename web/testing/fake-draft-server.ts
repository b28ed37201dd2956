interface Change {
  readonly path: string;
  readonly base: number;
  readonly value: unknown;
  readonly changeId: string;
  readonly over?: string;
}

/** A server that keeps fields by revision; it can be cut off, and can lose its answer. */
export class FakeServer {
  readonly fields = new Map<string, { rev: number; value: unknown }>();
  readonly seen: Change[] = [];
  readonly conflicts: Change[] = [];
  writers: readonly { readonly path: string; readonly name: string }[] = [];
  opened = 0;
  looks = 0;
  /** What a save tells of others. */
  news: unknown;
  cut = false;
  loseAnswer = false;
  /** The draft was signed or discarded. */
  gone = false;

  readonly fetch = async (url: string, init: { readonly body: string }): Promise<Response> => {
    if (this.cut) throw new TypeError("no contact");
    if (this.gone && !url.endsWith("open-draft")) {
      const problems = [{ id: "draft.not-found", severity: "block", sv: "", en: "" }];
      return new Response(JSON.stringify({ problems }), { status: 404 });
    }
    const body = JSON.parse(init.body) as { readonly changes?: readonly Change[] };
    if (url.endsWith("open-draft")) {
      this.opened += 1;
      return this.answer({ draft: "d", fields: this.stored([...this.fields.keys()]) });
    }
    if (url.endsWith("follow-draft")) {
      this.looks += 1;
      const fields = this.stored([...this.fields.keys()]);
      return this.answer({ at: "2026-11-22T10:00:00Z", fields, writers: this.writers });
    }
    for (const change of body.changes ?? []) {
      const last = this.seen.findLast((before) => before.path === change.path);
      const known = this.seen.some((before) => before.changeId === change.changeId);
      this.seen.push(change);
      if (known) continue;
      const rev = this.fields.get(change.path)?.rev ?? 0;
      const isOver = change.over !== undefined && change.over === last?.changeId;
      if (rev !== change.base && !isOver) this.conflicts.push(change);
      this.fields.set(change.path, { rev: rev + 1, value: change.value });
    }
    if (this.loseAnswer) throw new TypeError("lost");
    return this.answer({
      savedAt: "2026-11-22T10:00:00.000Z",
      news: this.news,
      // What was sent is not sent back.
      fields: this.stored((body.changes ?? []).map((change) => change.path)).map(
        ({ value, ...field }) => {
          const sent = (body.changes ?? []).findLast(({ path }) => path === field.path)?.value;
          return JSON.stringify(sent) === JSON.stringify(value) ? field : { ...field, value };
        },
      ),
    });
  };

  stored(paths: readonly string[]) {
    return paths.map((path) => ({ path, ...this.fields.get(path), by: "x" }));
  }

  answer(body: unknown): Response {
    return new Response(JSON.stringify(body), { status: 200 });
  }
}

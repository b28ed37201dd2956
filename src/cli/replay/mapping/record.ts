import { z } from "zod";
import { inEachMatter, mapping, type KindMapping } from "./mapping.ts";
import { eventId } from "./investigation.ts";

const deletion = z.looseObject({ ref: z.string() });
const change = z.looseObject({ ref: z.string(), field: z.string(), value: z.unknown() });

/** What is only ever tried: a signed record is neither taken away nor written over. */
export const recordKinds: Readonly<Record<string, KindMapping>> = {
  "record.delete": mapping(deletion, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "record.delete",
      ids: { record: eventId(ctx, data.ref, matter, "ref") },
      data: {},
      requires: [],
    })),
  ),
  "record.change": mapping(change, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "record.change",
      ids: { record: eventId(ctx, data.ref, matter, "ref") },
      data: { field: data.field },
      requires: [],
    })),
  ),
};

import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, plainDate, uuid, words } from "../shapes.ts";

const answered = z.object({ seq: z.number().int() });

/** Notes that something went wrong with personal data or systems; anybody who is signed in (GDPR 33, 2025:1506 2:5). */
export const noteIncident = route({
  id: "incidents.note-incident",
  method: "POST",
  path: "/api/v1/incidents/note-incident",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, incident: uuid, data: answers }),
  answer: answered,
  action: "signed-in",
  purpose: "administration",
  problems: ["incident.known", "command.time-later-than-now"],
});

/** Notes what was done of an incident, and when. */
export const recordStep = route({
  id: "incidents.record-step",
  method: "POST",
  path: "/api/v1/incidents/record-step",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, incident: uuid, data: answers }),
  answer: answered,
  action: "incident.manage",
  purpose: "administration",
  problems: ["incident.not-found", "incident.closed", "command.time-later-than-now"],
});

/** The incidents that are open and the latest that are closed, each with its clocks. Nothing about children. */
export const listIncidents = route({
  id: "incidents.list-incidents",
  method: "GET",
  path: "/api/v1/incidents",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    incidents: z.array(
      z.object({
        incident: uuid,
        concerns: z.array(z.string()).describe("codes of incident-concerns"),
        knownAt: z.string().describe("local time"),
        by: z.string(),
        text: z.string(),
        closed: z.boolean(),
        clocks: z.array(
          z.object({
            ruleId: z.string(),
            name: words.omit({ id: true }),
            due: z.string().describe("local time or day"),
            section: z.string(),
            status: z.string(),
            isLate: z.boolean(),
          }),
        ),
        steps: z.array(
          z.object({ step: z.string(), at: z.string(), by: z.string(), text: z.string() }),
        ),
      }),
    ),
  }),
  action: "incident.manage",
  purpose: "administration",
  problems: [],
});

export const incidentRoutes = [noteIncident, recordStep, listIncidents] as const;

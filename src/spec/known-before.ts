import data from "../../spec/followup/settings.json" with { type: "json" };

/** A child whose matter began or ended within so many months before a report has come back (spec/followup/settings.json). */
export const knownWithinMonths: number = data.knownWithinMonths;

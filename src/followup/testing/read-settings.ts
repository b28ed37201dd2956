import settings from "../../../spec/followup/settings.json" with { type: "json" };
import texts from "../../../spec/texts/followup.json" with { type: "json" };
import type { Text } from "../../spec/types.ts";
import type { FollowupSettings } from "../settings.ts";

/** The settings of follow-up as they are shipped. */
export function shippedSettings(): FollowupSettings {
  return settings;
}

/** The words of follow-up as they are shipped. */
export function shippedTexts(): Readonly<Record<string, Text>> {
  return texts;
}

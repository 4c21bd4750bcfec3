import type { LiveEventName, LiveEvents } from "./events";

export type Told = { [Name in LiveEventName]: { name: Name; data: LiveEvents[Name] } }[LiveEventName];

/** Reads an event stream by the rules of the HTML standard: lines end with CR, LF or both, events with an empty line. */
export function parseFrames(wire: string): Told[] {
  const told: Told[] = [];
  let name = "message";
  let data: string[] = [];
  for (const line of wire.split(/\r\n|\r|\n/)) {
    if (line === "") {
      if (data.length > 0) told.push({ name, data: JSON.parse(data.join("\n")) } as Told);
      name = "message";
      data = [];
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  }
  return told;
}

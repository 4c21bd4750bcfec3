import { json, type Reply } from "../http/reply";
import type { Sandbox } from "../sandbox";
import { callCount, callRows } from "./calls";
import { faultItems } from "./faults";
import { heartState } from "./heartbeat";
import { meterItems } from "./meter";
import { scenarioState } from "./scenario";
import { sheetRows } from "./sheets";
import { switchCount, switchItems } from "./switches";

/** The parts of the page that change by themselves, by element id. Without fields to type in: those would be lost. */
export function liveParts(sandbox: Sandbox, filter: string): Record<string, string> {
  return {
    "call-count": callCount(sandbox, filter),
    "call-rows": callRows(sandbox, filter),
    "sheet-rows": sheetRows(sandbox),
    "fault-items": faultItems(sandbox),
    "switch-count": switchCount(sandbox),
    "switch-items": switchItems(sandbox),
    "meter-items": meterItems(sandbox),
    "heart-state": heartState(sandbox),
    "scenario-state": scenarioState(sandbox),
  };
}

/** `GET /__sandbox/page?filter=`: what the page's script asks for every two seconds. */
export function parts(sandbox: Sandbox, query: URLSearchParams): Reply {
  const reply = json({ parts: liveParts(sandbox, query.get("filter") ?? "") });
  return { ...reply, headers: { ...reply.headers, "cache-control": "no-store" } };
}

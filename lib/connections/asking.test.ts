import { expect, it } from "vitest";
import type { Actor } from "@/lib/audit/event";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { AdminRead } from "./admin-read";
import { askingOf } from "./asking";

const connectionId = "C-1" as ConnectionId;
const sheetId = "5" as SheetId;
const assume = "olga@acme.test";
const place = { type: "folder", id: "9" } as const;
const decision = { effect: "allow", via: "delegated", grants: [], minus: [], because: [] } as const;
const read = {
  purpose: "read",
  decision,
  connectionId,
  assume,
  sheetId,
  columnIds: null,
} as unknown as AdminRead;
const vik: Actor = { kind: "user", id: "1003", email: "vik@acme.test" };
const system: Actor = { kind: "system" };

it.each<[string, AdminRead, Actor, string, string]>([
  ["a viewer's read", read, vik, "1003", "read"],
  ["a link's read", read, { kind: "link", id: "L-1" }, "L-1", "read"],
  ["the poller's read", read, system, "system", "poll"],
  ["an open page's own look", { ...read, look: "page" } as AdminRead, vik, "1003", "poll"],
  ["a look somebody waits for", { ...read, look: "person" } as AdminRead, vik, "1003", "read"],
  ["a sheet's path", { purpose: "path", connectionId, assume, asset: "sheet", sheetId }, vik, "1003", "read"],
  [
    "a scan a reader waits for",
    { purpose: "scan", connectionId, assume, place, isForReader: true },
    vik,
    "1003",
    "read",
  ],
  ["an administrator's scan", { purpose: "scan", connectionId, assume, place }, vik, "1003", "admin"],
  ["an administrator's picker", { purpose: "pick_people", connectionId }, vik, "1003", "admin"],
  ["a preview", { purpose: "preview", connectionId, assume, sheetId }, vik, "1003", "admin"],
  ["a check", { purpose: "check", connectionId, assume: null }, vik, "1003", "health"],
  ["the nightly look at groups", { purpose: "groups", connectionId }, system, "system", "health"],
])("takes %s from the right share", (_name, asked, actor, person, kind) => {
  expect(askingOf(asked, actor)).toEqual({ person, kind });
});

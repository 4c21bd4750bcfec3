import type { SheetSeed } from "../../types";

/** Its id is the first integer a plain `JSON.parse` changes; its columns and rows lie above it. */
export const longId: SheetSeed = {
  key: "long-id",
  name: "Long id",
  id: "9007199254740993",
  owner: "olga@acme.test",
  shares: [],
  createdAt: "2026-11-02T08:00:00Z",
  modifiedAt: "2026-11-02T08:30:00Z",
  version: 3,
  columns: [
    { title: "Item", type: "TEXT_NUMBER", width: 200 },
    { title: "Count", type: "TEXT_NUMBER", width: 90 },
    { title: "Keeper", type: "CONTACT_LIST", width: 150 },
  ],
  rows: [
    { depth: 0, cells: ["Cable drums", 14, "sam@acme.test"] },
    { depth: 1, cells: ["Spare drums", 3, "vik@acme.test"] },
    { depth: 0, cells: ["Signal lamps", 52, "vik@acme.test"] },
  ],
};

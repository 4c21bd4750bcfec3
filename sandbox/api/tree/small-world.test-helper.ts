import type { PersonSeed, RowSeed, Scenario, SheetSeed } from "../../scenarios/types";

const person = (email: string, firstName: string, lastName: string, more: Partial<PersonSeed> = {}) => ({
  email,
  firstName,
  lastName,
  plan: "acme",
  title: "",
  department: "",
  ...more,
});

const made = { createdAt: "2026-01-05T08:00:00Z", modifiedAt: "2026-11-20T16:30:00Z" };

function sheet(key: string, name: string, more: Partial<SheetSeed> = {}): SheetSeed {
  return {
    key,
    name,
    owner: "olga@acme.test",
    shares: [],
    ...made,
    version: 7,
    columns: [
      { title: "Task", type: "TEXT_NUMBER" },
      { title: "Status", type: "PICKLIST", options: ["Open", "Done"] },
      { title: "Due", type: "DATE" },
      { title: "Hours", type: "TEXT_NUMBER" },
    ],
    rows: [],
    ...more,
  };
}

const rows = (...cells: RowSeed["cells"][]): RowSeed[] => cells.map((row) => ({ cells: row }));

/**
 * Olga's workspace "Works" (shared with Vik as VIEWER and with the group as ADMIN) holds the folder "Plans" with a
 * folder "Old" in it, a sheet in each, a report and a dashboard. "Roof" in it is shared with Sam, who has no right on
 * the workspace. "Loose" lies in Olga's Sheets folder, "Boxed" in a folder of hers there. Eve is of another plan.
 */
export function smallWorld(): Scenario {
  return {
    plans: [
      { key: "acme", name: "Acme" },
      { key: "outside", name: "Outside Ltd" },
    ],
    people: [
      person("ada@acme.test", "Ada", "Admin", { admin: true }),
      person("olga@acme.test", "Olga", "Owner"),
      person("vik@acme.test", "Vik", "Viewer", { alternateEmails: ["vik.v@acme.test"] }),
      person("sam@acme.test", "Sam", "Shared"),
      person("wanda@acme.test", "Wanda", "Watcher"),
      person("lea@acme.test", "Lea", "Left", { active: false }),
      person("eve@outside.test", "Eve", "Outsider", { plan: "outside" }),
    ],
    groups: [{ name: "Crew", description: "", owner: "ada@acme.test", members: ["wanda@acme.test"] }],
    workspaces: [
      {
        key: "works",
        name: "Works",
        owner: "olga@acme.test",
        shares: [
          { email: "vik@acme.test", accessLevel: "VIEWER" },
          { group: "Crew", accessLevel: "ADMIN" },
        ],
        folders: [{ key: "plans", name: "Plans", folders: [{ key: "old", name: "Old" }] }],
        ...made,
      },
      { key: "empty", name: "Empty", owner: "sam@acme.test", shares: [], ...made },
    ],
    folders: [{ key: "box", name: "Box", owner: "olga@acme.test", ...made }],
    sheets: [
      sheet("roof", "Roof", {
        folder: "plans",
        shares: [{ email: "sam@acme.test", accessLevel: "EDITOR" }],
        rows: rows(
          ["Tiles", "Open", "2026-11-30", 12],
          ["Gutter", "Done", "2026-10-01", 3.5],
          ["Chimney", "Open", "2026-11-01", 20],
        ),
        attachments: [{ name: "tiles.pdf", row: 1, by: "olga@acme.test", at: made.createdAt, text: "tiles" }],
        discussions: [
          { row: 1, comments: [{ by: "sam@acme.test", at: made.modifiedAt, text: "Slate or clay?" }] },
        ],
        summary: [{ title: "Site", type: "TEXT_NUMBER", value: "North yard" }],
      }),
      sheet("cellar", "Cellar", {
        folder: "old",
        columns: [
          { title: "Job", type: "TEXT_NUMBER" },
          { title: "Status", type: "PICKLIST", options: ["Open", "Done"] },
          { title: "Hours", type: "TEXT_NUMBER" },
        ],
        rows: rows(["Drain", "Open", 8], ["Paint", "Done", 5]),
      }),
      sheet("yard", "Yard", { folder: "works" }),
      sheet("loose", "Loose", { shares: [{ email: "vik@acme.test", accessLevel: "EDITOR_SHARE" }] }),
      sheet("boxed", "Boxed", { folder: "box" }),
    ],
    reports: [
      {
        key: "open-work",
        name: "Open work",
        owner: "olga@acme.test",
        shares: [{ email: "sam@acme.test", accessLevel: "VIEWER" }],
        folder: "plans",
        ...made,
        sheets: ["roof", "cellar"],
        columns: [
          { title: "Sheet Name", sheetName: true },
          { title: "Task", also: ["Job"] },
          { title: "Hours" },
          { title: "Due" },
        ],
        criteria: [{ column: "Status", operator: "EQUAL", values: ["Open"] }],
        sort: { column: "Hours", descending: true },
      },
    ],
    sights: [
      {
        key: "overview",
        name: "Overview",
        owner: "olga@acme.test",
        shares: [],
        folder: "works",
        ...made,
        columnCount: 6,
        widgets: [],
      },
    ],
  };
}

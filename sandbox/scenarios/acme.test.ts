import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DESCRIPTION, hasDescription } from "../faithful/description";
import { Store } from "../store/store";
import { ACME_FOLDER, acme } from "./acme";
import { WIDGET_TYPES } from "./check/boards";
import { COLORS, CURRENCIES, DATE_FORMATS, descriptor, FONTS, SIZES } from "./format";
import { expandRows } from "./generators";
import { loadScenario } from "./load";
import { CHECKBOX_SYMBOLS, SYMBOLS } from "./symbols";
import type { CellDetail, CellSeed, ColumnSeed, RowSeed, SheetSeed } from "./types";

const store = new Store(acme);

function sheet(key: string): SheetSeed & { rows: RowSeed[] } {
  const found = acme.sheets.find((one) => one.key === key);
  if (!found) throw new Error(`acme has no ${key}`);
  return { ...found, rows: expandRows(found) };
}

/** `rows[n][title]`, values only. */
function grid(key: string): Record<string, unknown>[] {
  const { columns, rows } = sheet(key);
  return rows.map(({ cells }) =>
    Object.fromEntries(columns.map(({ title }, place) => [title, plain(cells[place] ?? null)])),
  );
}

function plain(cell: CellSeed): unknown {
  return isDetail(cell) ? cell.value : cell;
}

const columns: ColumnSeed[] = acme.sheets.flatMap((one) => one.columns);

function isDetail(cell: CellSeed): cell is CellDetail {
  return cell !== null && typeof cell === "object" && !Array.isArray(cell);
}

/**
 * Of each position of a format the first entry that must be written out, and how many its table has. Entry 0 of the
 * others is "off" or the default, which a format leaves blank.
 */
const FORMAT_TABLES: [number, number][] = [
  [0, FONTS.length],
  [0, SIZES],
  ...Array.from({ length: 4 }, (): [number, number] => [1, 2]),
  [1, 4],
  [1, 4],
  [0, COLORS],
  [0, COLORS],
  [0, COLORS],
  [1, CURRENCIES.length],
  [0, 6],
  [1, 2],
  [1, 4],
  [1, 2],
  [0, DATE_FORMATS],
];

/** The published description's words for one member, as far as it is at hand. */
function described(schema: string, member: string): string[] {
  const { components } = JSON.parse(readFileSync(DESCRIPTION, "utf8"));
  const found = components.schemas[schema].properties[member];
  return (found.enum ?? found.items?.enum) as string[];
}

describe("acme", () => {
  it("passes every check a scenario from outside goes through", () => {
    expect(loadScenario(ACME_FOLDER)).toEqual(acme);
  });

  it("is plain data: sent through JSON it makes the same store", () => {
    const again = new Store(JSON.parse(JSON.stringify(acme)));
    expect(again.people).toEqual(store.people);
    expect(again.folders.map(({ id, key }) => [id, key])).toEqual(
      store.folders.map(({ id, key }) => [id, key]),
    );
    for (const [place, one] of store.sheets.entries()) {
      const other = again.sheets[place];
      expect([other?.id, other?.columns]).toEqual([one.id, one.columns]);
      if (Array.isArray(one.seed.rows)) expect(other?.rows).toEqual(one.rows);
    }
    const boards = ({ reports, sights }: Store) =>
      [...reports, ...sights].map(({ owner, shares, ...rest }) => ({
        ...rest,
        container: rest.container?.id,
      }));
    expect(boards(again)).toEqual(boards(store));
  });

  it("has a System Admin, owners, viewers, somebody deactivated and an outsider", () => {
    expect(acme.people.filter(({ admin }) => admin)).toHaveLength(2);
    expect(new Set(acme.sheets.map(({ owner }) => owner)).size).toBe(6);
    expect(acme.people.filter(({ active }) => active === false).map(({ email }) => email)).toEqual([
      "lea@acme.test",
    ]);
    expect(acme.people.filter(({ plan }) => plan === "outside").map(({ email }) => email)).toEqual([
      "eve@outside.test",
    ]);
    expect(acme.groups).toHaveLength(2);
  });

  it("shows each person the sheets that stories about them count on", () => {
    const seen = (email: string) =>
      store.sheets
        .filter((one) => store.accessLevel(store.mustFind(email), one))
        .map(({ key }) => key)
        .sort();
    const field = ["safety-walks"];
    const council = ["risk-log"];
    expect(seen("ada@acme.test")).toEqual([]);
    expect(seen("vik@acme.test")).toEqual(
      ["it-tickets", "marketing-calendar", "road-map-2027", "vendors", ...field, ...council].sort(),
    );
    expect(seen("olga@acme.test")).toEqual(
      [
        "hiring-tracker",
        "launch-plan",
        "long-id",
        "marketing-calendar",
        "payroll-2026",
        "road-map-2027",
      ].sort(),
    );
    expect(seen("sam@acme.test")).toEqual(["all-column-types", "it-tickets", ...field]);
    expect(seen("wanda@acme.test")).toEqual(["budget-2026", ...council]);
    expect(seen("uma+north@acme.test")).toEqual(field);
    expect(seen("lea@acme.test")).toEqual(["hiring-tracker"]);
    expect(seen("eve@outside.test")).toEqual([]);
  });

  it("keeps its workspaces' sheets with the workspace's owner", () => {
    expect(acme.workspaces).toHaveLength(2);
    for (const { container, owner } of [...store.sheets, ...store.reports, ...store.sights])
      if (container) expect(owner).toBe(container.owner);
    const depths = store.folders.map((folder) => (folder.parent?.kind === "folder" ? 2 : 1));
    expect(depths.filter((depth) => depth === 2).length).toBeGreaterThan(3);
  });
});

describe("acme's sheets have between them", () => {
  it("every type of column and of system column", () => {
    expect(new Set(columns.map(({ type }) => type)).size).toBe(11);
    expect(new Set(columns.map(({ systemColumnType }) => systemColumnType)).size).toBe(6);
  });

  it.skipIf(!hasDescription)("every type, tag and system column of the published description", () => {
    const lacking = (member: string, there: (string | undefined)[]) =>
      described("Column", member).filter((name) => !there.includes(name));
    expect(
      lacking(
        "tags",
        columns.flatMap(({ tags = [] }) => tags),
      ),
    ).toEqual([]);
    expect(described("SummaryField", "type").sort()).toEqual(
      [...new Set(columns.map(({ type }) => type))].sort(),
    );
  });

  it("every symbol, with each of its words", () => {
    const shown = new Map<string, Set<unknown>>();
    for (const { columns, rows } of acme.sheets.map(({ key }) => sheet(key)))
      columns.forEach(({ symbol }, place) => {
        if (!symbol) return;
        const words = shown.get(symbol) ?? new Set();
        shown.set(symbol, words);
        for (const { cells } of rows) words.add(plain(cells[place] ?? null));
      });
    expect([...shown.keys()].sort()).toEqual([...Object.keys(SYMBOLS), ...CHECKBOX_SYMBOLS].sort());
    for (const [symbol, words] of Object.entries(SYMBOLS))
      expect([symbol, words.filter((word) => !shown.get(symbol)?.has(word))]).toEqual([symbol, []]);
  });

  it("every entry of every table a format points into", () => {
    const seen = FORMAT_TABLES.map(() => new Set<string>());
    const note = (format: string) => {
      for (const [position, entry] of format.split(",").entries()) seen[position]?.add(entry);
    };
    for (const { columns, rows } of acme.sheets.map(({ key }) => sheet(key)))
      for (const { format } of [...columns, ...rows, ...rows.flatMap(({ cells }) => cells.filter(isDetail))])
        if (format) note(descriptor(format));
    const lacking = FORMAT_TABLES.map(([first, entries], position) =>
      Array.from({ length: entries - first }, (_, place) => String(first + place)).filter(
        (entry) => !seen[position]?.has(entry),
      ),
    );
    expect(lacking).toEqual(FORMAT_TABLES.map(() => []));
  });

  it("all that can hang on a sheet", () => {
    const having = (part: keyof SheetSeed) => acme.sheets.filter((one) => one[part] !== undefined).length;
    for (const part of ["attachments", "discussions", "history", "summary", "filters"] as const)
      expect([part, having(part) >= 5]).toEqual([part, true]);
    expect(having("conditionalFormats")).toBeGreaterThan(3);
    expect(having("crossSheetReferences")).toBeGreaterThan(1);
    expect(having("automationRules")).toBeGreaterThan(2);
    expect(having("publish")).toBe(2);
    const filters = acme.sheets.flatMap((one) => one.filters ?? []);
    expect(new Set(filters.map(({ shared }) => shared)).size).toBe(2);
    const cells = acme.sheets
      .flatMap((one) => (Array.isArray(one.rows) ? one.rows : []))
      .flatMap((row) => row.cells);
    const details = cells.filter(isDetail);
    for (const part of ["image", "linkIn", "formula", "link", "format"] as const)
      expect([part, details.some((detail) => detail[part] !== undefined)]).toEqual([part, true]);
  });

  it("files of several kinds: texts, pictures, documents, links and a drawing with a script in it", () => {
    const files = acme.sheets.flatMap((one) => one.attachments ?? []);
    const kinds = new Set(files.map(({ mimeType, type }) => mimeType ?? type));
    for (const kind of [
      "text/plain",
      "text/csv",
      "image/png",
      "application/pdf",
      "image/svg+xml",
      "LINK",
      "GOOGLE_DRIVE",
    ])
      expect(kinds).toContain(kind);
    const bytes = (mime: string) =>
      files
        .filter(({ mimeType }) => mimeType === mime)
        .map(({ base64 = "" }) => Buffer.from(base64, "base64").toString("latin1"));
    for (const picture of bytes("image/png")) expect(picture.startsWith("\u0089PNG\r\n")).toBe(true);
    for (const document of bytes("application/pdf"))
      expect([document.slice(0, 8), document.slice(-6)]).toEqual(["%PDF-1.4", "%%EOF\n"]);
    expect(files.some(({ text }) => text?.startsWith("<svg") && text.includes("<script>"))).toBe(true);
  });
});

describe("who wrote, changed or attached something", () => {
  const LEVELS = ["COMMENTER", "EDITOR", "EDITOR_SHARE", "ADMIN", "OWNER"];
  it.each(acme.sheets.map(({ key }) => key))(
    "in %s could, and did so before the sheet last changed",
    (key) => {
      const one = store.sheetByKey(key);
      const seed = sheet(key);
      const comments = (seed.discussions ?? []).flatMap((talk) => talk.comments);
      const acts = [
        ...comments,
        ...comments.flatMap(({ attachments = [] }) => attachments),
        ...(seed.attachments ?? []),
        ...(seed.history ?? []).flatMap(({ was }) => was),
        ...(seed.automationRules ?? []),
      ];
      if (!one) throw new Error(key);
      for (const { by, at } of acts) {
        expect([by, LEVELS.includes(String(store.accessLevel(store.mustFind(by), one)))]).toEqual([by, true]);
        expect(at >= seed.createdAt && at <= seed.modifiedAt, `${by} at ${at}`).toBe(true);
      }
    },
  );
});

describe("single sheets", () => {
  it("Launch plan and Budget have comments, files, summaries, filters and a past", () => {
    for (const key of ["launch-plan", "budget-2026"]) {
      const { discussions = [], attachments = [], summary = [], filters = [], history = [] } = sheet(key);
      expect(discussions.filter(({ row }) => row !== undefined).length).toBeGreaterThan(1);
      expect([attachments, summary, filters, history].every((list) => list.length > 1)).toBe(true);
    }
    expect(sheet("budget-2026").conditionalFormats?.length).toBeGreaterThan(2);
    const total = grid("launch-plan").filter((_, place) => !sheet("launch-plan").rows[place]?.depth);
    expect(total.reduce((sum, row) => sum + Number(row.Budget), 0)).toBe(374_000);
  });

  it("Hiring tracker has several contacts and several choices in one cell", () => {
    const rows = grid("hiring-tracker");
    expect(rows.some(({ Panel }) => Array.isArray(Panel) && Panel.length > 1)).toBe(true);
    expect(rows.some(({ Skills }) => Array.isArray(Skills) && Skills.length > 1)).toBe(true);
  });

  it("Equipment goes five levels deep, one step at a time", () => {
    const depths = sheet("equipment").rows.map(({ depth = 0 }) => depth);
    expect(new Set(depths)).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const [place, depth] of depths.entries())
      expect(depth - (depths[place - 1] ?? -1)).toBeLessThanOrEqual(1);
  });

  it("Visitor log has columns and no rows", () => {
    expect(sheet("visitor-log").rows).toEqual([]);
    expect(sheet("visitor-log").columns).toHaveLength(7);
  });

  it("Strange text has markup, formulas, both directions, emoji and cells of 4,000 characters", () => {
    const texts = grid("strange-text")
      .flatMap((row) => Object.values(row))
      .filter((text): text is string => typeof text === "string");
    for (const look of [
      /<script>/,
      /^=cmd/,
      /^[+@-]/,
      /\p{Script=Hebrew}/u,
      /\p{Script=Arabic}/u,
      /\u202e/,
      /\p{Emoji_Presentation}/u,
      /\u200d/,
      /\p{Cc}/u,
    ])
      expect([String(look), texts.some((text) => look.test(text))]).toEqual([String(look), true]);
    expect(texts.filter(({ length }) => length === 4_000).length).toBeGreaterThan(5);
    expect(Math.max(...texts.map(({ length }) => length))).toBe(4_000);
  });

  it("linked cells hold the value their source has", () => {
    const linked = sheet("month-close")
      .rows.flatMap(({ cells }) => cells.filter(isDetail))
      .filter(({ linkIn }) => linkIn);
    expect(linked).toHaveLength(36);
    for (const { value, linkIn } of linked)
      expect(value).toBe(grid(linkIn?.sheet ?? "")[(linkIn?.row ?? 0) - 1]?.[linkIn?.column ?? ""]);
  });
});

describe("the boards", () => {
  it("are two reports over several sheets", () => {
    expect(acme.reports).toHaveLength(2);
    for (const { sheets } of acme.reports ?? []) expect(sheets.length).toBeGreaterThan(1);
  });

  it("and a dashboard with a widget of each type", () => {
    const [board] = acme.sights ?? [];
    expect(board?.widgets.map(({ type }) => type).sort()).toEqual([...WIDGET_TYPES].sort());
  });

  it.skipIf(!hasDescription)("where the published description knows the types", () => {
    expect(described("Widget", "type").sort()).toEqual([...WIDGET_TYPES].sort());
  });
});

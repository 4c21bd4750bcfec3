import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./processes.mjs";

const ACME = join(root, "sandbox", "scenarios", "acme");
const OWNER = "dana@acme.test";
const DATES = { createdAt: "2026-02-02T10:00:00Z", modifiedAt: "2026-11-24T07:00:00Z", version: 7 };

/** Cells: 25, and one is derived from another as in real sheets. `rows`: at most 20,000. */
export function flights(rows) {
  const { columns } = read("sheets/flights-on-time.json");
  return { ...DATES, owner: OWNER, shares: [], columns, rows: { from: "flights", count: rows, seed: rows } };
}

/** A form with 400 columns, a third of it blank. */
export function survey(rows = 1_250) {
  const { columns } = read("sheets/site-survey.json");
  return { ...DATES, owner: OWNER, shares: [], columns, rows: { from: "wide", count: rows, seed: 400 } };
}

/** A team's list: 8 columns. */
export function list(rows, seed = 8) {
  const options = ["Open", "Under way", "Blocked", "Done"];
  const columns = [
    { title: "Task", type: "TEXT_NUMBER", width: 220 },
    { title: "State", type: "PICKLIST", options, width: 110 },
    { title: "Who", type: "CONTACT_LIST", width: 150 },
    { title: "Due", type: "DATE", width: 110 },
    { title: "Hours", type: "TEXT_NUMBER", format: { number: "NUMBER", decimals: 0 }, width: 80 },
    { title: "Cost", type: "TEXT_NUMBER", format: { number: "CURRENCY", currency: "EUR" }, width: 110 },
    { title: "Checked", type: "CHECKBOX", width: 90 },
    { title: "Remark", type: "TEXT_NUMBER", width: 200 },
  ];
  return { ...DATES, owner: OWNER, shares: [], columns, rows: { from: "wide", count: rows, seed } };
}

/** A company for the sandbox: Acme's own people and so many viewers, with these sheets by key. Answers its folder. */
export function writeScenario({ sheets, viewers }) {
  const folder = mkdtempSync(join(tmpdir(), "sheetpass-bench-company-"));
  const { plans, people } = read("company.json");
  const more = Array.from({ length: viewers }, (_, n) => ({
    plan: "acme",
    email: viewerEmail(n),
    firstName: "Viewer",
    lastName: String(n + 1).padStart(4, "0"),
    title: "Viewer",
    department: "Field",
  }));
  const company = { plans, people: [...people, ...more], groups: [], workspaces: [], folders: [] };
  mkdirSync(join(folder, "sheets"));
  writeFileSync(join(folder, "company.json"), JSON.stringify(company));
  for (const [key, sheet] of Object.entries(sheets))
    writeFileSync(join(folder, "sheets", `${key}.json`), JSON.stringify({ name: key, ...sheet }));
  return folder;
}

export function viewerEmail(n) {
  return `viewer${String(n + 1).padStart(4, "0")}@acme.test`;
}

function read(name) {
  return JSON.parse(readFileSync(join(ACME, name), "utf8"));
}

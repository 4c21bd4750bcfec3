import type { Path } from "../problems";
import { fileOfSheet } from "../read";
import type { FolderSeed, Scenario, ShareSeed, SheetSeed } from "../types";
import { checkTwice, Names, type Say } from "./names";

/** Everything other parts of a scenario may name. */
export class Known {
  readonly people: Names;
  readonly groups: Names;
  readonly plans: Names;
  readonly containers: Names;
  readonly sheets: Names;
  readonly reports: Names;
  readonly sights: Names;
  readonly #sheets: Map<string, SheetSeed>;

  constructor(scenario: Scenario) {
    const add = "Add it to company.json or correct the name.";
    const keys = (list: { key: string }[] = []) => list.map(({ key }) => key);
    const workspaces = scenario.workspaces ?? [];
    this.people = new Names(
      "person with the address",
      add,
      scenario.people.map(({ email }) => email),
    );
    this.groups = new Names(
      "group",
      add,
      scenario.groups.map(({ name }) => name),
    );
    this.plans = new Names("plan", add, keys(scenario.plans));
    this.containers = new Names("workspace or folder", add, [
      ...keys(workspaces),
      ...[scenario, ...workspaces].flatMap(({ folders }) => keys(allFolders(folders))),
    ]);
    this.sheets = new Names("sheet", "Add its file to sheets or correct the name.", keys(scenario.sheets));
    this.reports = new Names("report", "Add it to reports.json or correct the name.", keys(scenario.reports));
    this.sights = new Names("dashboard", "Add it to sights.json or correct the name.", keys(scenario.sights));
    this.#sheets = new Map(scenario.sheets.map((sheet) => [sheet.key, sheet]));
  }

  /** Owner, shares and folder of anything that can be shared. */
  checkOwned(
    say: Say,
    path: Path,
    { owner, shares, folder }: { owner: string; shares: ShareSeed[]; folder?: string },
  ): void {
    this.people.check(say, [...path, "owner"], owner);
    this.containers.check(say, [...path, "folder"], folder);
    shares.forEach(({ email, group }, place) => {
      this.people.check(say, [...path, "shares", place, "email"], email);
      this.groups.check(say, [...path, "shares", place, "group"], group);
    });
    checkTwice(
      say,
      shares.map(({ email, group }) => email ?? group),
      (place) => [...path, "shares", place],
    );
  }

  /** A place in a sheet; each part is looked at where it is given. */
  checkPlace(
    say: Say,
    at: { sheet: Path; column: Path; row: Path },
    { sheet, column, row }: { sheet: string; column?: string; row?: number },
  ): void {
    if (!this.sheets.check(say, at.sheet, sheet)) return;
    const found = this.#sheets.get(sheet);
    if (!found) return;
    checkColumn(say, at.column, found, column);
    checkRow(say, at.row, found, row);
  }

  sheet(key: string): SheetSeed | undefined {
    return this.#sheets.get(key);
  }
}

export function checkColumn(say: Say, path: Path, sheet: SheetSeed, title: string | undefined): void {
  new Names(
    `column in ${fileOfSheet(sheet.key)} called`,
    "Correct the title.",
    sheet.columns.map((column) => column.title),
  ).check(say, path, title);
}

export function checkRow(say: Say, path: Path, sheet: SheetSeed, row: number | undefined): void {
  const rows = rowCount(sheet);
  if (row !== undefined && row > rows)
    say(path, `${fileOfSheet(sheet.key)} has ${rows} rows, and no row ${row}. Correct the number.`);
}

export function rowCount({ rows }: SheetSeed): number {
  return Array.isArray(rows) ? rows.length : rows.count;
}

export function allFolders(folders: FolderSeed[] = []): FolderSeed[] {
  return folders.flatMap((folder) => [folder, ...allFolders(folder.folders)]);
}

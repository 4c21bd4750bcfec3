import type { AccessLevel, ColumnSeed, Scenario, ShareSeed } from "../scenarios/types";
import { CellLinks, learnLinks } from "./cell-links";
import { fillSheet } from "./fill";
import { Ids, seedId } from "./ids";
import { growPerson } from "./people";
import { growDefinition } from "./report-definition";
import { Sheet, type SheetWorld } from "./sheet";
import { growTree, workspaceOf } from "./tree";
import type {
  Asset,
  Contact,
  Container,
  Folder,
  Group,
  Id,
  Person,
  Plan,
  Report,
  Share,
  Sight,
  Workspace,
} from "./types";
import { growWidgets } from "./widgets";

export type AnyAsset = Sheet | Report | Sight | Workspace;

/** Live state of one sandbox, made from a scenario. Holds no HTTP and no tokens. */
export class Store {
  plans: Plan[] = [];
  people: Person[] = [];
  groups: Group[] = [];
  workspaces: Workspace[] = [];
  folders: Folder[] = [];
  sheets: Sheet[] = [];
  reports: Report[] = [];
  sights: Sight[] = [];
  /** Personal: favourites by address, `sheet/123`. */
  favorites = new Map<string, Set<string>>();
  readonly links = new CellLinks();
  ids: Ids;
  #made = 0;

  constructor(
    private readonly scenario: Scenario,
    options: { above?: boolean } = {},
  ) {
    this.ids = new Ids(options.above);
    this.reset();
  }

  /** `above`: from now on ids lie above 2^53, or below it; absent: where they lay. */
  reset({ above }: { above?: boolean } = {}): void {
    if (above !== undefined) this.ids = new Ids(above);
    const { scenario, ids } = this;
    this.#made = 0;
    this.favorites.clear();
    this.links.clear();
    this.plans = scenario.plans.map((plan) => ({ ...plan, id: ids.for(`plan/${plan.key}`) }));
    this.people = scenario.people.map((seed) => growPerson(seed, ids));
    this.groups = scenario.groups.map((seed) => ({
      id: seedId(seed) ?? ids.for(`group/${seed.name}`),
      name: seed.name,
      description: seed.description,
      owner: this.mustFind(seed.owner),
      members: seed.members.map((email) => this.mustFind(email)),
      createdAt: Date.parse("2025-02-03T09:00:00Z"),
      modifiedAt: Date.parse("2025-02-03T09:00:00Z"),
    }));
    const tree = growTree(
      scenario,
      ids,
      (email) => this.mustFind(email),
      (seed) => this.#shares(`workspace/${seed.key}`, seed),
    );
    this.workspaces = tree.workspaces;
    this.folders = tree.folders;
    this.sheets = scenario.sheets.map(
      (seed) =>
        new Sheet(
          seed,
          this.mustFind(seed.owner),
          this.#shares(`sheet/${seed.key}`, seed),
          this.#container(seed.folder),
          this.#world,
        ),
    );
    for (const sheet of this.sheets) {
      fillSheet(sheet, (email) => this.mustFind(email));
      learnLinks(sheet);
    }
    this.reports = (scenario.reports ?? []).map((seed) => ({
      kind: "report",
      ...this.#asset("report", seed),
      container: this.#container(seed.folder),
      definition: growDefinition(seed, ids, (key) => this.mustFindSheet(key)),
      publish: { enabled: false, accessibleBy: "ALL", defaultView: "GRID", showToolbar: true },
    }));
    this.sights = (scenario.sights ?? []).map((seed) => ({
      kind: "sight",
      ...this.#asset("sight", seed),
      container: this.#container(seed.folder),
      columnCount: seed.columnCount,
      backgroundColor: seed.backgroundColor ?? "#E7ECF0",
      widgets: [],
      publish: { enabled: false, accessibleBy: "ALL" },
    }));
    // After all dashboards exist: a widget may point at another one.
    for (const [index, seed] of (scenario.sights ?? []).entries())
      this.sights[index]?.widgets.push(...growWidgets(seed, this));
  }

  person(email: string): Person | undefined {
    const wanted = email.toLowerCase();
    return this.people.find((person) => person.email === wanted);
  }

  personById(id: Id): Person | undefined {
    return this.people.find((person) => person.id === id);
  }

  plan(key: string): Plan | undefined {
    return this.plans.find((plan) => plan.key === key);
  }

  sheet(id: Id): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  sheetByKey(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.key === key);
  }

  groupsOf(person: Person): Group[] {
    return this.groups.filter((group) => group.members.includes(person));
  }

  contact(email: string): Contact {
    const known = this.person(email);
    return known ? { email: known.email, name: known.name } : { email };
  }

  /** Everything that can be shared. */
  assets(): AnyAsset[] {
    return [...this.workspaces, ...this.sheets, ...this.reports, ...this.sights];
  }

  /** Without a plan of an organisation. */
  isFree(person: Person): boolean {
    return person.planKey === `free/${person.email}`;
  }

  /** Somebody new, who was only named by address: a free collaborator without a name. */
  stranger(email: string): Person {
    const blank = { email, firstName: "", lastName: "", plan: `free/${email}`, title: "", department: "" };
    const person = growPerson(blank, this.ids, this.nextId("person"));
    this.people.push(person);
    this.setFree(person);
    return person;
  }

  /** Out of their plan, into one of their own. They keep what they own, and may look at it. */
  setFree(person: Person): void {
    const key = `free/${person.email}`;
    if (!this.plan(key)) this.plans.push({ key, name: person.email, id: this.ids.for(`plan/${key}`) });
    Object.assign(person, {
      planKey: key,
      licensed: false,
      admin: false,
      groupAdmin: false,
      resourceViewer: false,
    });
  }

  /** An id nothing has had before, for what calls make. */
  nextId(kind: string): Id {
    this.#made += 1;
    return this.ids.for(`${kind}/made/${this.#made}`);
  }

  /** A new and empty sheet, for what calls make; nobody has had its id before. */
  makeSheet(made: {
    name: string;
    columns: ColumnSeed[];
    owner: Person;
    container: Container | null;
    at: number;
  }): Sheet {
    this.#made += 1;
    const at = new Date(made.at).toISOString();
    const { name, columns, owner } = made;
    const seed = { key: `made-sheet-${this.#made}`, name, owner: owner.email, shares: [], columns, rows: [] };
    const dated = { ...seed, createdAt: at, modifiedAt: at, version: 1 };
    const sheet = new Sheet(dated, owner, [], made.container, this.#world);
    this.sheets.push(sheet);
    return sheet;
  }

  newShare(who: { person: Person } | { group: Group }, accessLevel: AccessLevel, now: number): Share {
    this.#made += 1;
    return {
      id: this.ids.text(`share/made/${this.#made}`),
      ...who,
      accessLevel,
      createdAt: now,
      modifiedAt: now,
    };
  }

  /**
   * The best level a person holds: as owner, by a share with them or a group of theirs, on the asset itself or on the
   * workspace around it. Null where the asset is not shared with them.
   */
  accessLevel(person: Person, asset: AnyAsset): AccessLevel | null {
    const around = asset.kind === "workspace" ? null : workspaceOf(asset.container);
    const held = [asset, ...(around ? [around] : [])].map((held) => {
      if (held.owner === person) return LEVELS.indexOf("OWNER");
      const levels = held.shares
        .filter((share) => share.person === person || share.group?.members.includes(person))
        .map((share) => LEVELS.indexOf(share.accessLevel));
      return Math.max(-1, ...levels);
    });
    return LEVELS[Math.max(...held)] ?? null;
  }

  /** Folders have no shares of their own: they follow their workspace; outside of one, only their owner has them. */
  folderLevel(person: Person, folder: Folder): AccessLevel | null {
    const around = workspaceOf(folder);
    if (around) return this.accessLevel(person, around);
    return folder.owner === person ? "OWNER" : null;
  }

  report(id: Id): Report | undefined {
    return this.reports.find((report) => report.id === id);
  }

  sight(id: Id): Sight | undefined {
    return this.sights.find((sight) => sight.id === id);
  }

  workspace(id: Id): Workspace | undefined {
    return this.workspaces.find((workspace) => workspace.id === id);
  }

  folder(id: Id): Folder | undefined {
    return this.folders.find((folder) => folder.id === id);
  }

  /** For what a scenario gets wrong; names the address. */
  mustFind(email: string): Person {
    const person = this.person(email);
    if (!person) throw new Error(`scenario names an unknown person: ${email}`);
    return person;
  }

  /** For what a scenario gets wrong; names the key. */
  mustFindSheet(key: string): Sheet {
    const sheet = this.sheetByKey(key);
    if (!sheet) throw new Error(`scenario names an unknown sheet: ${key}`);
    return sheet;
  }

  get #world(): SheetWorld {
    return {
      ids: this.ids,
      links: this.links,
      seed: (key) => this.scenario.sheets.find((seed) => seed.key === key),
      contact: (email) => this.contact(email),
      assetId: (kind, key) => this.#assetId(kind, key),
      place: (key, row, title) => {
        const sheet = this.sheetByKey(key);
        if (!sheet) return undefined;
        return { sheetId: sheet.id, rowId: sheet.seedRowId(row), columnId: sheet.columnId(title) };
      },
    };
  }

  #assetId(kind: "sheet" | "report" | "sight", key: string): Id {
    const { sheets, reports = [], sights = [] } = this.scenario;
    const seeds: { key: string; id?: string }[] = { sheet: sheets, report: reports, sight: sights }[kind];
    const seed = seeds.find((candidate) => candidate.key === key);
    return (seed && seedId(seed)) ?? this.ids.for(`${kind}/${key}`);
  }

  #asset(
    kind: "report" | "sight",
    seed: {
      key: string;
      name: string;
      owner: string;
      shares: ShareSeed[];
      createdAt: string;
      modifiedAt: string;
    },
  ): Asset {
    return {
      id: this.#assetId(kind, seed.key),
      key: seed.key,
      name: seed.name,
      owner: this.mustFind(seed.owner),
      shares: this.#shares(`${kind}/${seed.key}`, seed),
      createdAt: Date.parse(seed.createdAt),
      modifiedAt: Date.parse(seed.modifiedAt),
    };
  }

  #container(key: string | undefined): Container | null {
    if (key === undefined) return null;
    const found: Container | undefined =
      this.workspaces.find((workspace) => workspace.key === key) ??
      this.folders.find((folder) => folder.key === key);
    if (!found) throw new Error(`scenario names an unknown workspace or folder: ${key}`);
    return found;
  }

  #shares(name: string, seed: { shares: ShareSeed[]; createdAt: string }): Share[] {
    const at = Date.parse(seed.createdAt);
    return seed.shares.map((share) => {
      const who = share.email
        ? { person: this.mustFind(share.email) }
        : { group: this.mustFindGroup(share.group) };
      return {
        id: share.id ?? this.ids.text(`share/${name}/${share.email ?? share.group}`),
        ...who,
        accessLevel: share.accessLevel,
        createdAt: at,
        modifiedAt: at,
      };
    });
  }

  private mustFindGroup(name: string | undefined): Group {
    const group = this.groups.find((candidate) => candidate.name === name);
    if (!group) throw new Error(`scenario names an unknown group: ${name}`);
    return group;
  }
}

const LEVELS: AccessLevel[] = ["VIEWER", "COMMENTER", "EDITOR", "EDITOR_SHARE", "ADMIN", "OWNER"];

/** True where `level` allows at least what `least` does. */
export function atLeast(level: AccessLevel, least: AccessLevel): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

export function mayEdit(level: AccessLevel): boolean {
  return atLeast(level, "EDITOR");
}

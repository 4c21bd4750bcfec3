import { decide } from "@/lib/policy/decide";
import type { Projection } from "@/lib/policy/project";
import { project } from "@/lib/policy/project";
import type { SourceSheet, VisibleCell } from "@/lib/policy/sheet";
import type { AnyRule, Person } from "@/lib/policy/types";
import type { RulePreview } from "./schema";

const SAMPLE_ROWS = 8;
const SAMPLE_COLUMNS = 8;

export interface PreviewFacts {
  /** The rule alone, bound to `person`, in force. */
  rule: AnyRule;
  sheet: SourceSheet;
  /** Whom the numbers are for; rows may depend on who looks. */
  person: Person;
  people: RulePreview["people"];
  assumedUser: string;
  now: string;
  today: string;
  /** Whether the administrator may see first rows. */
  withSample: boolean;
  /** Sounds sensitive, or was marked so. */
  isSensitive: (column: { id: string; title: string }) => boolean;
}

/** What this rule alone would open, by the same decision and projection a real read goes through. Pure. */
export function previewRule(facts: PreviewFacts): RulePreview {
  const { sheet, rule, isSensitive } = facts;
  const projection = projectAlone(facts);
  const open = projection?.kind === "visible" ? projection.sheet : null;
  const openIds = new Set<string>(open?.columns.map(({ id }) => id));
  const titles = open?.columns.map(({ title }) => title) ?? [];
  const notes: string[] = [];
  if (!open) notes.push("This rule opens nothing: check its columns and rows.");
  else if (open.rows.length === 0) notes.push("No row matches right now.");
  if ("columns" in rule && rule.columns.mode === "all") notes.push("Columns added later are included.");
  if (!facts.withSample) notes.push("Sign in again to see the first rows.");
  return {
    sheetName: sheet.name,
    assumedUser: facts.assumedUser,
    people: facts.people,
    columns: { open: titles.length, of: sheet.columns.length, titles },
    rows: { open: open?.rows.length ?? 0, of: sheet.rows.length },
    sensitive: open?.columns.filter(isSensitive).map(({ title }) => title) ?? [],
    keptHidden: sheet.columns
      .filter((column) => !openIds.has(column.id) && isSensitive(column))
      .map(({ title }) => title),
    sample: open && facts.withSample ? sampleOf(open, facts.person.name) : null,
    notes,
  };
}

function projectAlone({ rule, sheet, person, now, today }: PreviewFacts): Projection | null {
  const facts = { now, today, own: "no", switches: { appPaused: false, delegationPaused: false } } as const;
  const decision = decide({ person, sheetId: sheet.id, action: "read" }, [rule], facts);
  if (decision.effect !== "allow" || decision.via !== "delegated") return null;
  const [grant] = decision.grants;
  if (!grant) return null;
  return project(decision, [
    { connectionId: grant.connectionId, assume: grant.assume, sheet, allColumnIds: null },
  ]);
}

function sampleOf(
  open: Extract<Projection, { kind: "visible" }>["sheet"],
  asWhom: string,
): RulePreview["sample"] {
  const columns = open.columns.slice(0, SAMPLE_COLUMNS).map(({ id, title }) => ({ id: id as string, title }));
  const rows = open.rows.slice(0, SAMPLE_ROWS).map((row) => ({
    id: row.id as string,
    cells: Object.fromEntries(columns.map(({ id }) => [id, textOf(row.cells[id])])),
  }));
  return { columns, rows, asWhom };
}

function textOf(cell: VisibleCell | undefined): string {
  if (cell?.value === undefined) return cell?.displayValue ?? "";
  if (typeof cell.value === "boolean") return cell.value ? "✓" : "";
  return cell.displayValue ?? String(cell.value);
}

import type { ColumnId, GroupId, LocalGroupId, RowId, SheetId, UserId } from "@/lib/policy/ids";
import type { ColumnType, SourceCell, SourceColumn, SourceSheet } from "@/lib/policy/sheet";
import type { AnyRule, Person } from "@/lib/policy/types";
import { toPolicyRule } from "../facts";
import type { RuleBody } from "../schema";
import type { FileRule } from "./parse";
import type { TestCell, TestInput } from "./shape";

/** Stands for whatever connection a rule names: a test's sheet is what every assumed user sees. */
const CONNECTION = "C-test";
/** New rules have no number yet; stored ones never have these. */
const FIRST_NEW = 9_000_000_000;

export function sheetOf({ sheet, people: _people }: TestInput["given"], now: string): SourceSheet {
  const columns = sheet.columns.map(({ id, title, type }, index): SourceColumn => {
    const primary = index === 0 ? { primary: true } : {};
    return { id: id as ColumnId, index, title, type, ...primary };
  });
  const byTitle = new Map(columns.map((column) => [column.title, column]));
  const rows = sheet.rows.map((cells, place) => {
    const parent = sheet.parents?.[place] ?? null;
    const filled = Object.entries(cells).flatMap(([title, value]) => {
      const column = byTitle.get(title);
      return column ? [[column.id, cellOf(value, column.type)] as const] : [];
    });
    return {
      id: String(place + 1) as RowId,
      rowNumber: place + 1,
      parentId: parent === null ? null : (String(parent) as RowId),
      cells: Object.fromEntries(filled),
    };
  });
  return { id: sheet.id as SheetId, name: sheet.name, version: 1, fetchedAt: now, columns, rows };
}

/** A value in the typed form Smartsheet would send for a column of this type. */
function cellOf(value: TestCell, type: ColumnType): SourceCell {
  if (Array.isArray(value)) {
    const text = value.join(", ");
    if (type === "MULTI_CONTACT_LIST" || type === "CONTACT_LIST")
      return { value: text, objectValue: { type: "MULTI_CONTACT", values: value.map(contactOf) } };
    return { value: text, objectValue: { type: "MULTI_PICKLIST", values: value } };
  }
  if (typeof value !== "string") return { value };
  switch (type) {
    case "CONTACT_LIST":
      return { value, objectValue: { type: "CONTACT", ...contactOf(value) } };
    case "MULTI_CONTACT_LIST":
      return { value, objectValue: { type: "MULTI_CONTACT", values: [contactOf(value)] } };
    case "MULTI_PICKLIST":
      return { value, objectValue: { type: "MULTI_PICKLIST", values: [value] } };
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
      return { value, objectValue: { type, value } };
    default:
      return { value };
  }
}

function contactOf(text: string): { email: string } | { name: string } {
  return text.includes("@") ? { email: text } : { name: text };
}

export function peopleOf({ people }: TestInput["given"]): Map<string, Person> {
  return new Map(
    people.map((one, place) => [
      one.email,
      {
        userId: String(place + 1) as UserId,
        email: one.email,
        name: one.name ?? one.email,
        enabled: one.enabled,
        groups: one.groups as GroupId[],
        localGroups: one.localGroups as LocalGroupId[],
        groupNames: one.groupNames,
        attributes: one.attributes,
      },
    ]),
  );
}

/** The file's rules as the decision takes them, and which of them each id stands for. */
export function policyRulesOf(
  rules: readonly FileRule[],
  sheet: SourceSheet,
  people: ReadonlyMap<string, Person>,
): { rules: AnyRule[]; named: Map<string, FileRule> } {
  const bindings = new Map([...people].map(([email, { userId }]) => [email, userId as string]));
  const named = new Map<string, FileRule>();
  const read = rules
    .filter((rule) => isNear(rule, sheet))
    .map((rule) => {
      const number = rule.id === null ? FIRST_NEW + rule.index : Number(rule.id.slice(2));
      const body = bodyOf(rule, sheet);
      const made = toPolicyRule(
        {
          number,
          version: 1,
          effect: body.effect,
          resourceType: body.resource.type,
          sheetId: body.resource.id,
          body: JSON.stringify(body),
          createdBy: "rule file",
          createdAt: sheet.fetchedAt,
          endedAt: null,
        },
        bindings,
      );
      named.set(made.id, rule);
      return made;
    });
  return { rules: read, named };
}

/** Rules of other sheets cannot matter, and a file may hold thousands. */
function isNear({ input: { resource } }: FileRule, sheet: SourceSheet): boolean {
  return resource.type === "folder" || resource.type === "workspace" || resource.id === sheet.id;
}

/** As saving would store it, if the sheet were the test's. */
function bodyOf({ input }: FileRule, sheet: SourceSheet): RuleBody {
  const known = {
    knownColumns: sheet.columns.map(({ id }) => id as string),
    sheetName: sheet.name,
    columnTitles: {},
  };
  if (input.effect === "permit") {
    const delegation = { ...input.delegation, connectionId: input.delegation.connectionId ?? CONNECTION };
    return { ...input, ...known, delegation };
  }
  const { lookup, ...rest } = input;
  if (!lookup) return { ...rest, ...known };
  return { ...rest, ...known, lookup: { ...lookup, connectionId: lookup.connectionId ?? CONNECTION } };
}

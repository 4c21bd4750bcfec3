import type { Sheet } from "../../../store/sheet";
import type { Criterion, Id } from "../../../store/types";
import type { Call } from "../../call";
import type { CopyMap } from "./copies";

/** What stands around the rows of a sheet: summary, formats, filters, rules, references, shares. */
export function copyExtras(
  call: Call,
  sheet: Sheet,
  copy: Sheet,
  include: ReadonlySet<string>,
  { columns }: CopyMap,
): void {
  const now = call.sandbox.clock();
  const moved = (criterion: Criterion): Criterion => ({
    ...criterion,
    columnId: columns.get(criterion.columnId) ?? criterion.columnId,
  });
  const movedIds = (ids: ReadonlySet<Id>) => new Set([...ids].map((id) => columns.get(id) ?? id));
  copy.summary = sheet.summary.map((field) => ({
    ...field,
    id: copy.nextId("summary"),
    cell: include.has("data") ? field.cell : {},
  }));
  copy.conditionalFormats = sheet.conditionalFormats.map((rule) => ({
    ...rule,
    when: moved(rule.when),
    columnIds: rule.columnIds && movedIds(rule.columnIds),
  }));
  if (include.has("filters"))
    copy.filters = sheet.filters
      .filter(({ shared, owner }) => shared || owner === call.person)
      .map((filter) => ({
        ...filter,
        id: copy.nextId("filter"),
        criteria: filter.criteria.map(moved),
        version: 1,
      }));
  if (include.has("rules"))
    copy.automationRules = sheet.automationRules.map((rule) => ({
      ...rule,
      id: copy.nextId("automation"),
      recipients: include.has("ruleRecipients") ? rule.recipients : [],
    }));
  if (include.has("cellLinks"))
    copy.crossSheetReferences = sheet.crossSheetReferences.map((reference) => ({
      ...reference,
      id: copy.nextId("reference"),
    }));
  if (include.has("shares"))
    copy.shares = sheet.shares
      .filter(({ person }) => person !== call.person)
      .flatMap(({ accessLevel, person, group }) => {
        const who = person ? { person } : group ? { group } : null;
        return who ? [call.sandbox.store.newShare(who, accessLevel, now)] : [];
      });
}

import { describe, expect, it } from "vitest";
import { type Draft, draftOf } from "./draft";
import {
  maskOf,
  whoOfText,
  withColumns,
  withConnection,
  withEffect,
  withMask,
  withResource,
  withRows,
} from "./draft-edits";
import { drawn, ids, overMany } from "./logic.test-helper";

const draft = draftOf(drawn, "Europe/Berlin");
const masked: Draft = withMask(draft, "id", ids.person, { kind: "initials" });

describe("edits of a draft", () => {
  it("drop what named columns of the sheet before, but not of the same sheet", () => {
    const other = { type: "sheet" as const, id: "9", name: "Other" };
    expect(withResource(masked, other)).toMatchObject({ columns: null, rows: null, masks: [] });
    const same = { type: "sheet" as const, id: "3288115553007714", name: "Payroll" };
    expect(withResource(masked, same)).toMatchObject({ columns: draft.columns, masks: masked.masks });
    // The same number names another thing as a report.
    expect(withResource(masked, { ...same, type: "report" }).columns).toBeNull();
  });

  it("keep titles from one folder to another, and all columns on the way to a folder", () => {
    const over = draftOf({ ...drawn, ...overMany }, "UTC");
    const folder = { type: "folder" as const, id: "5", name: "Ops" };
    expect(withResource(over, folder)).toMatchObject({ columns: over.columns, rows: over.rows });
    const all: Draft = { ...draft, columns: { mode: "all", by: "id", names: [] } };
    expect(withResource(all, folder).columns).toEqual({ mode: "all", by: "title", names: [] });
  });

  it("keep a mask only as long as its column is shown", () => {
    const only = (...names: string[]) => withColumns(masked, { mode: "only", by: "id", names }).masks;
    expect(only(ids.person)).toHaveLength(1);
    expect(only(ids.department)).toEqual([]);
    const except = (...names: string[]) => withColumns(masked, { mode: "except", by: "id", names }).masks;
    expect(except(ids.department)).toHaveLength(1);
    expect(except(ids.person)).toEqual([]);
    expect(withColumns(masked, { mode: "all", by: "id", names: [] }).masks).toHaveLength(1);
    const byTitle = withColumns(masked, { mode: "only", by: "title", names: ["Person"] });
    expect(byTitle.masks).toEqual([]);
  });

  it("put one mask on a column, whatever the case of its title, and take it off", () => {
    const twice = withMask(withMask(draft, "title", "IBAN", { kind: "last4" }), "title", "iban ", {
      kind: "initials",
    });
    expect(twice.masks).toEqual([{ title: "iban ", mask: { kind: "initials" } }]);
    expect(maskOf(twice, "title", "Iban")).toEqual({ kind: "initials" });
    expect(withMask(twice, "title", "IBAN", null).masks).toEqual([]);
    const two = withMask(masked, "id", ids.department, { kind: "last4" });
    expect(withMask(two, "id", ids.person, { kind: "year" }).masks.map(({ mask }) => mask.kind)).toEqual([
      "year",
      "last4",
    ]);
  });

  it("forget the rows above when all rows are shown", () => {
    expect(withRows({ ...draft, parents: true }, null).parents).toBe(false);
    expect(withRows({ ...draft, parents: true }, draft.rows).parents).toBe(true);
  });

  it("drop what another connection may not reach", () => {
    const group: Draft = { ...draft, who: { type: "group", id: "7" } };
    expect(withConnection(group, "C-2")).toMatchObject({
      ...{ connectionId: "C-2", who: null, assume: null, resource: null, columns: null, rows: null },
    });
    expect(withConnection(draft, "C-2").who).toEqual(draft.who);
  });

  it("begin a forbid with all columns where none were chosen", () => {
    expect(withEffect({ ...draft, columns: null }, "forbid").columns?.mode).toBe("all");
    expect(withEffect(draft, "forbid").columns).toEqual(draft.columns);
  });

  it("read what is typed as a person, a domain or a link", () => {
    expect(whoOfText(" Vik@Acme.test ")).toEqual({ type: "user", email: "vik@acme.test" });
    expect(whoOfText("@acme.test")).toEqual({ type: "domain", domain: "acme.test" });
    expect(whoOfText(" L-1a2b3c4d ")).toEqual({ type: "link", id: "L-1a2b3c4d" });
    expect(whoOfText("a@b.test, c@d.test")).toBeNull();
    expect(whoOfText("vik")).toBeNull();
  });
});

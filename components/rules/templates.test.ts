import { describe, expect, it } from "vitest";
import type { PickedColumn } from "@/lib/connections/schema";
import { emptyDraft } from "./draft";
import { groupOf } from "./draft-rows";
import { ids } from "./logic.test-helper";
import { fromSheet, untilProjectEnds } from "./templates";

const column = (id: string, title: string, type: string, isSensitive = false): PickedColumn => ({
  ...{ id, title, type, isSensitive },
});
const columns = [
  column(ids.person, "Person", "TEXT_NUMBER"),
  column(ids.contact, "Contact", "CONTACT_LIST"),
  column("105", "Deputy", "CONTACT_LIST"),
  column(ids.salary, "Salary", "TEXT_NUMBER", true),
];

describe("templates", () => {
  it("compare the first contact column with the viewer", () => {
    const { draft, note } = fromSheet("own_rows", emptyDraft, columns);
    expect(draft.rows && groupOf(draft.rows)).toEqual({
      match: "all",
      conditions: [{ columnId: ids.contact, operator: "EQUAL", value: { viewer: "email" } }],
    });
    expect(note).toContain("Contact is the viewer");
  });

  it("ask for the column where no contact tells whose row it is, and open no row meanwhile", () => {
    const { draft, note, opens } = fromSheet("own_rows", emptyDraft, [column("1", "A", "TEXT_NUMBER")]);
    expect(draft.rows && groupOf(draft.rows)).toBeNull();
    expect(note).toMatch(/no contact column/);
    expect(opens).toBe("rows");
  });

  it("choose all columns but sensitive ones, or today's where none sounds so", () => {
    expect(fromSheet("no_pay", emptyDraft, columns)).toMatchObject({
      draft: { columns: { mode: "except", by: "id", names: [ids.salary] } },
      note: expect.stringContaining("Salary sounds sensitive and stays hidden"),
    });
    const plain = columns.slice(0, 2);
    expect(fromSheet("no_pay", emptyDraft, plain).draft.columns).toEqual({
      ...{ mode: "only", by: "id", names: [ids.person, ids.contact] },
    });
  });

  it("preset an end and say that it is no project's", () => {
    const begun = untilProjectEnds(emptyDraft, "2026-11-24");
    expect(begun).toMatchObject({ draft: { ends: { day: "2027-02-22" } }, opens: "ends" });
    expect(begun.note).toMatch(/22 Feb 2027.*not known here/);
  });
});

/** A small "Get Sheet" body as Smartsheet writes it; `change` replaces fields. */
export function wireSheet(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 4583173393803140,
    name: "Payroll 2026",
    version: 7,
    totalRowCount: 2,
    accessLevel: "OWNER",
    permalink: "https://app.smartsheet.com/sheets/secret",
    owner: "olga@acme.test",
    modifiedAt: "2026-11-20T10:00:00Z",
    columns: [
      { id: 101, version: 0, index: 0, title: "Name", type: "TEXT_NUMBER", primary: true, width: 150 },
      { id: 102, version: 0, index: 1, title: "Salary", type: "TEXT_NUMBER", width: 100, hidden: true },
    ],
    rows: [
      {
        id: 201,
        rowNumber: 1,
        createdBy: { email: "olga@acme.test" },
        cells: [
          { columnId: 101, value: "Ada", displayValue: "Ada" },
          { columnId: 102, value: 5000, displayValue: "5,000", formula: "=SUM(1)", format: ",,1" },
        ],
      },
      { id: 202, rowNumber: 2, parentId: 201, siblingId: null, cells: [{ columnId: 101, value: "Bo" }] },
    ],
    ...change,
  };
}

export const WIRE_SHEET_ID = "4583173393803140";

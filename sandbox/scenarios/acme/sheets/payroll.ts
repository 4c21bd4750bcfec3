import { looks } from "../../format";
import { seeded } from "../../random";
import type { RowSeed, SheetSeed } from "../../types";
import { fullNames } from "../names";

const euro = looks({ currency: "EUR", decimals: 0, thousands: true, number: "CURRENCY" });

const DEPARTMENTS = ["Finance", "Field", "Legal", "Ops", "IT", "Marketing", "People"];
const BASE_SALARY: Record<string, number> = {
  Finance: 61_000,
  Field: 43_000,
  Legal: 72_000,
  Ops: 48_000,
  IT: 64_000,
  Marketing: 55_000,
  People: 52_000,
};
const REVIEW = ["Open", "In review", "Agreed", "Signed"];
const CONTACTS = [
  "vik@acme.test",
  "olga@acme.test",
  "sam@acme.test",
  "wanda@acme.test",
  "uma+north@acme.test",
];

/** Every fifth row has Vik as its contact: 12 of 60. Secrets carry a mark that leak tests can look for. */
function rows(): RowSeed[] {
  const random = seeded(2026);
  return fullNames(random, 60).map((person, index) => {
    const department = DEPARTMENTS[index % DEPARTMENTS.length] ?? "Ops";
    const salary = (BASE_SALARY[department] ?? 50_000) + random.int(-8, 24) * 500;
    const mark = `SECRET-CELL-7d1f-${String(index + 1).padStart(2, "0")}`;
    return {
      cells: [
        person,
        department,
        CONTACTS[index % CONTACTS.length] ?? null,
        salary,
        `${mark}-DE${random.int(10, 99)}${random.int(10_000_000, 99_999_999)}`,
        random.day("2012-01-01", 0, 5000),
        random.chance(0.9),
        random.pick(REVIEW),
        random.chance(0.3)
          ? `${mark}: ${random.pick(["bonus agreed", "notice given", "raise due in May", "part-time from July"])}`
          : null,
      ],
    };
  });
}

export const payroll: SheetSeed = {
  key: "payroll-2026",
  name: "Payroll 2026",
  owner: "olga@acme.test",
  shares: [{ email: "fin@acme.test", accessLevel: "EDITOR" }],
  createdAt: "2025-12-01T09:00:00Z",
  modifiedAt: "2026-11-24T07:56:00Z",
  version: 212,
  columns: [
    { title: "Person", type: "TEXT_NUMBER", width: 190 },
    { title: "Department", type: "PICKLIST", options: DEPARTMENTS, width: 120 },
    { title: "Contact", type: "CONTACT_LIST", width: 160 },
    { title: "Salary", type: "TEXT_NUMBER", format: euro, width: 110 },
    { title: "IBAN", type: "TEXT_NUMBER", width: 250 },
    { title: "Start date", type: "DATE", width: 110 },
    { title: "Active", type: "CHECKBOX", width: 70 },
    { title: "Review", type: "PICKLIST", options: REVIEW, width: 110 },
    { title: "Salary notes", type: "TEXT_NUMBER", width: 260 },
  ],
  rows: rows(),
};

import { expect, it } from "vitest";
import { type AdminPerson, mayAdminister } from "./administer";

it("I02 T10 only an enabled administrator may administer", () => {
  const may = (role: string, enabled: boolean) =>
    mayAdminister({ role, enabled } as AdminPerson, "rule:create");
  expect(may("admin", true)).toBe(true);
  expect(may("admin", false)).toBe(false);
  for (const role of ["viewer", "owner", "Admin", ""]) expect(may(role, true)).toBe(false);
});

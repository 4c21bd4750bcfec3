import { expect, it } from "vitest";
import { isSmartsheetId } from "./ids";

it("I14 an id is one to nineteen plain digits, as text", () => {
  for (const id of ["1", "9007199254740993", "1".repeat(19)]) expect(isSmartsheetId(id), id).toBe(true);
  for (const id of [
    "",
    "0",
    "01",
    "1".repeat(20),
    " 1",
    "1 ",
    "1\n",
    "x1",
    "1x",
    "-1",
    "1.5",
    "\uff11",
    "__proto__",
  ])
    expect(isSmartsheetId(id), id).toBe(false);
  for (const id of [1, 9007199254740993n, null, undefined, ["1"], {}]) expect(isSmartsheetId(id)).toBe(false);
});

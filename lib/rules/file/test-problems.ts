import { foldTitle } from "@/lib/policy/titles";
import type { SaidIssue } from "./say-issue";
import type { TestCells, TestInput } from "./shape";

type Path = SaidIssue["path"];

/** What is wrong with a test that no shape can say: names that point to nothing. */
export function testProblems(test: TestInput): SaidIssue[] {
  const { sheet, people } = test.given;
  const problems: SaidIssue[] = [];
  const tell = (path: Path, message: string, isName = false) => problems.push({ path, message, isName });
  const titles = new Set(sheet.columns.map(({ title }) => title));

  const lookAtCells = (rows: readonly TestCells[], base: Path) => {
    for (const [place, cells] of rows.entries())
      for (const title of Object.keys(cells))
        if (!titles.has(title))
          tell(
            [...base, place, title],
            "The test's sheet has no column of this title. Mend the title.",
            true,
          );
  };

  tellDoubles(
    sheet.columns.map(({ id }) => id),
    (place) => ["given", "sheet", "columns", place, "id"],
  );
  tellDoubles(
    sheet.columns.map(({ title }) => foldTitle(title)),
    (place) => ["given", "sheet", "columns", place, "title"],
  );
  tellDoubles(
    people.map(({ email }) => email),
    (place) => ["given", "people", place, "email"],
  );
  if (!people.some(({ email }) => email === test.as))
    tell(["as"], "Nobody of the test's people has this address. Add the person or mend the address.");
  lookAtCells(sheet.rows, ["given", "sheet", "rows"]);
  for (const [place, parent] of (sheet.parents ?? []).entries())
    if (parent !== null && parent > place)
      tell(["given", "sheet", "parents", place], "A row stands below its parent. Name a row before it.");
  if (sheet.parents && sheet.parents.length > sheet.rows.length)
    tell(["given", "sheet", "parents"], "There are more parents than rows. Remove some.");
  if (test.expect !== "nothing") {
    lookAtCells(test.expect.rows, ["expect", "rows"]);
    for (const [place, title] of test.expect.columns.entries())
      if (!titles.has(title))
        tell(["expect", "columns", place], "The test's sheet has no column of this title. Mend the title.");
  }
  return problems;

  function tellDoubles(names: readonly string[], pathOf: (place: number) => Path): void {
    const seen = new Set<string>();
    for (const [place, name] of names.entries()) {
      if (seen.has(name)) tell(pathOf(place), "This stands in the list already. Remove one of the two.");
      seen.add(name);
    }
  }
}

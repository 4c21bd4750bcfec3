import type { Problem } from "../problems";
import { COMPANY, fileOfSheet, REPORTS, SIGHTS } from "../read";
import type { Scenario } from "../types";
import { checkReports, checkSights } from "./board-references";
import { allFolders, Known } from "./known";
import { checkField, checkTwice, type Say } from "./names";
import { checkSheet } from "./sheet-references";

/** What a scenario of the right shape names without having it, or has twice. */
export function referenceProblems(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const sayIn =
    (file: string): Say =>
    (path, says) =>
      problems.push({ file, path, says });
  const known = new Known(scenario);
  checkCompany(sayIn(COMPANY), scenario, known);
  for (const sheet of scenario.sheets) checkSheet(sayIn(fileOfSheet(sheet.key)), sheet, known);
  checkIds(sayIn, scenario);
  checkReports(sayIn(REPORTS), scenario.reports ?? [], known);
  checkSights(sayIn(SIGHTS), scenario.sights ?? [], known);
  return problems;
}

function checkCompany(say: Say, scenario: Scenario, known: Known): void {
  const { plans, people, groups, workspaces = [], folders = [] } = scenario;
  checkField(say, ["plans"], plans, "key");
  const places = people.flatMap(({ email, alternateEmails = [] }, place) => [
    { address: email, path: ["people", place, "email"] },
    ...alternateEmails.map((address, at) => ({ address, path: ["people", place, "alternateEmails", at] })),
  ]);
  checkTwice(
    say,
    places.map(({ address }) => address),
    (place) => places[place]?.path ?? [],
  );
  people.forEach(({ plan }, place) => {
    known.plans.check(say, ["people", place, "plan"], plan);
  });
  checkField(say, ["groups"], groups, "name");
  groups.forEach(({ owner, members }, place) => {
    known.people.check(say, ["groups", place, "owner"], owner);
    members.forEach((email, at) => {
      known.people.check(say, ["groups", place, "members", at], email);
    });
  });
  workspaces.forEach((workspace, place) => {
    known.checkOwned(say, ["workspaces", place], workspace);
  });
  folders.forEach(({ owner }, place) => {
    known.people.check(say, ["folders", place, "owner"], owner);
  });
  const all = [...workspaces, ...[scenario, ...workspaces].flatMap((one) => allFolders(one.folders))];
  checkTwice(
    say,
    all.map(({ key }) => key),
    () => ["workspaces"],
  );
}

/** Ids that sheets give themselves. */
function checkIds(sayIn: (file: string) => Say, { sheets }: Scenario): void {
  const given = sheets.filter(({ id }) => id !== undefined);
  for (const { key, id } of given)
    if (given.some((other) => other.id === id && other.key < key))
      sayIn(fileOfSheet(key))(["id"], `"${id}" is the id of another sheet too. Change one of them.`);
}

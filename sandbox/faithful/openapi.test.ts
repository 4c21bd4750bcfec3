import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiRoutes } from "../api/routes";
import { startForTest, type TestSandbox } from "../testing";
import { DESCRIPTION, hasDescription, readDescription } from "./description";
import { DIFFERENCES } from "./differences";
import { tourSheets } from "./tour/sheets";
import { tourTalk } from "./tour/talk";
import { Tour } from "./tour/tour";
import { tourTree } from "./tour/tree";
import { tourUsers } from "./tour/users";

if (!hasDescription) console.warn(`Skipped: there is no API description at ${DESCRIPTION.pathname}`);

describe.skipIf(!hasDescription)(
  "every answer of every call is as the published API description says",
  () => {
    let sandbox: TestSandbox;
    let tour: Tour;
    beforeAll(async () => {
      sandbox = await startForTest({ rate: 0 });
      tour = new Tour(sandbox, readDescription());
    });
    afterAll(() => sandbox.close());

    it.each([
      ["people and groups", tourUsers],
      ["sheets, rows and columns", tourSheets],
      ["comments, files and webhooks", tourTalk],
      ["the tree, shares, reports and dashboards", tourTree],
    ])("%s", async (_, chapter) => {
      const before = tour.visits.length;
      await chapter(tour);
      const wrong = tour.visits
        .slice(before)
        .flatMap(({ route, status, findings }) =>
          findings
            .map(({ at, problem }) => ({ route: `${route} ${status}`, at, problem }))
            .filter((finding) => !DIFFERENCES.some((known) => covers(known, finding))),
        );
      expect([...new Set(wrong.map(({ route, at, problem }) => `${route} ${at}: ${problem}`))]).toEqual([]);
    });

    it("leaves no described call out", () => {
      const visited = new Set(tour.visits.map(({ route }) => route));
      const described = apiRoutes.filter(({ handle }) => handle.inSpec);
      const left = described
        .map(({ method, path }) => `${method} ${path}`)
        .filter((name) => !visited.has(name));
      // Revoking a token would end the tour; its answer is tested with sign-in.
      expect(left).toEqual(["DELETE /token"]);
    });

    it("names no difference that is none", () => {
      const findings = tour.visits.flatMap(({ route, status, findings }) =>
        findings.map(({ at, problem }) => ({ route: `${route} ${status}`, at, problem })),
      );
      const idle = DIFFERENCES.filter((known) => !findings.some((finding) => covers(known, finding)));
      expect(idle).toEqual([]);
    });
  },
);

interface Found {
  route: string;
  at: string;
  problem: string;
}

function covers(known: (typeof DIFFERENCES)[number], found: Found): boolean {
  return (
    known.problem === found.problem &&
    known.at.test(found.at) &&
    (known.route === undefined || known.route.test(found.route))
  );
}

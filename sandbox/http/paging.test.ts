import { expect, it } from "vitest";
import { Switches } from "../switches";
import { paginate } from "./paging";

const five = ["a", "b", "c", "d", "e"];
const page = (query: string, switches: ConstructorParameters<typeof Switches>[0] = {}, items = five) =>
  paginate(items, { query: new URLSearchParams(query), sandbox: { switches: new Switches(switches) } });

it("pages by 100 unless told", () => {
  expect(page("")).toEqual({ pageNumber: 1, pageSize: 100, totalPages: 1, totalCount: 5, data: five });
  expect(page("pageSize=2&page=2")).toMatchObject({ pageNumber: 2, totalPages: 3, data: ["c", "d"] });
  expect(page("pageSize=2&includeAll=true")).toEqual({
    pageNumber: 1,
    totalPages: 1,
    totalCount: 5,
    data: five,
  });
});

it("repeats the last page past the end, or sends an empty one", () => {
  expect(page("pageSize=2&page=9")).toMatchObject({ pageNumber: 3, data: ["e"] });
  expect(page("pageSize=2&page=9", { pageBeyondEnd: "empty" })).toMatchObject({
    pageNumber: 9,
    totalPages: 3,
    data: [],
  });
});

it("tells totals, or -1 while data lasts and zeros after", () => {
  const unknown = { totals: "unknown" };
  expect(page("pageSize=2&page=3", unknown)).toEqual({
    pageNumber: 3,
    pageSize: 2,
    totalPages: -1,
    totalCount: -1,
    data: ["e"],
  });
  expect(page("pageSize=2&page=4", unknown)).toEqual({
    pageNumber: 0,
    pageSize: 0,
    totalPages: 0,
    totalCount: 0,
    data: [],
  });
  expect(page("", unknown, [])).toMatchObject({ totalPages: 0, totalCount: 0 });
  expect(page("includeAll=true", unknown)).toMatchObject({ totalPages: 1, totalCount: 5 });
});

import { expect, it } from "vitest";
import type { Person } from "../../store/types";
import { EventLog } from "./log";

const person = {} as Person;
const event = (at: number) => ({
  at,
  objectType: "SHEET",
  action: "LOAD",
  objectId: 1,
  by: person,
  requestedBy: person,
  source: "WEB_APP",
  details: {},
  planKey: "acme",
});

it("the event log keeps fifty thousand, and a stream held from before goes on with the oldest left", () => {
  const log = new EventLog();
  for (let at = 1; at <= 50_010; at += 1) log.add(event(at));
  expect(log.last).toBe(50_010);
  expect(log.after(3)).toHaveLength(50_000);
  expect(log.after(3)[0]?.position).toBe(11);
  expect(log.after(50_009).map(({ at }) => at)).toEqual([50_010]);
  expect(log.after(60_000)).toEqual([]);
});

it("a cleared event log goes on counting", () => {
  const log = new EventLog();
  log.add(event(1));
  log.clear();
  log.add(event(2));
  expect(log.after(1).map(({ position, at }) => [position, at])).toEqual([[2, 2]]);
  expect(log.before(3)).toBe(2);
});

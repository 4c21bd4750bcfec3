import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { acme } from "../acme";
import { expandRows, GENERATOR_NAMES } from ".";

function sheet(key: string) {
  const found = acme.sheets.find((one) => one.key === key);
  if (!found) throw new Error(`acme has no ${key}`);
  const rows = expandRows(found).map(({ cells }) => cells);
  const place = (title: string) => found.columns.findIndex((column) => column.title === title);
  return { ...found, cells: rows, at: (row: number, title: string) => rows[row]?.[place(title)] };
}

const vega = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "..", "data");

describe("the flights", () => {
  const flights = sheet("flights-on-time");
  const kind = (starts: string) =>
    flights.columns
      .filter(({ description = "" }) => description.startsWith(starts))
      .map(({ title }) => title);

  it("are 20,000 in 25 columns, and say which are real, joined, derived and made up", () => {
    expect([flights.cells.length, flights.columns.length]).toEqual([20_000, 25]);
    expect(kind("Real")).toEqual(["Date", "Time", "Delay (min)", "Distance (mi)", "Origin", "Destination"]);
    expect(kind("Joined")).toHaveLength(8);
    expect(kind("Derived")).toHaveLength(9);
    expect(kind("Made up")).toEqual(["Air time (min)", "Desk"]);
  });

  it("hold what the public file holds, in its order", () => {
    const real = JSON.parse(readFileSync(join(vega, "flights-20k.json"), "utf8")) as Record<
      string,
      unknown
    >[];
    real.forEach((flight, row) => {
      const at = (title: string) => flights.at(row, title);
      const date = `${at("Date")} ${at("Time")}`.replaceAll("-", "/");
      if (
        date !== flight.date ||
        at("Delay (min)") !== flight.delay ||
        at("Distance (mi)") !== flight.distance ||
        at("Origin") !== flight.origin ||
        at("Destination") !== flight.destination
      )
        throw new Error(`row ${row + 1} is not the flight of the file`);
    });
    expect(real).toHaveLength(20_000);
  });

  it("are joined with the airport of that code", () => {
    const airports = readFileSync(join(vega, "airports.csv"), "utf8");
    for (const row of [0, 777, 19_999]) {
      const place = ["city", "state", "latitude", "longitude"].map((part) =>
        flights.at(row, `Origin ${part}`),
      );
      const line = airports.split("\n").find((one) => one.startsWith(`${flights.at(row, "Origin")},`));
      for (const part of place) expect(line).toContain(String(part));
    }
  });

  it("have derived fields that follow from the real ones", () => {
    flights.cells.forEach((_, row) => {
      const delay = Number(flights.at(row, "Delay (min)"));
      if (flights.at(row, "On time") !== delay <= 15) throw new Error(`row ${row + 1}: delay ${delay}`);
    });
    expect(flights.at(0, "Weekday")).toBe("Monday");
  });
});

describe("the wide sheet", () => {
  const survey = sheet("site-survey");

  it("has 400 columns and 1,250 rows: all the cells a sheet may have", () => {
    expect([survey.columns.length, survey.cells.length]).toEqual([400, 1_250]);
    expect(survey.cells.every((cells) => cells.length === 400)).toBe(true);
  });

  it("mixes types, and fills each column with what fits it", () => {
    expect(new Set(survey.columns.map(({ type }) => type)).size).toBe(6);
    survey.columns.forEach(({ type, options }, place) => {
      const values = survey.cells.map((cells) => cells[place]).filter((value) => value !== null);
      expect(values.length).toBeGreaterThan(500);
      if (type === "CHECKBOX") expect(new Set(values)).toEqual(new Set([true, false]));
      if (type === "PICKLIST") expect(values.every((value) => options?.includes(String(value)))).toBe(true);
      if (type === "DATE")
        expect(values.every((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)))).toBe(true);
    });
  });

  it("is the same at every start", () => {
    expect(sheet("site-survey").cells).toEqual(survey.cells);
  });
});

it("a generator there is not is named with the sheet that asks for it", () => {
  const [first] = acme.sheets;
  if (!first) throw new Error("acme has no sheets");
  expect(() => expandRows({ ...first, rows: { from: "toString", count: 1 } })).toThrow(
    `${first.key}: there is no generator called toString`,
  );
  expect(GENERATOR_NAMES).toEqual(["flights", "wide"]);
});

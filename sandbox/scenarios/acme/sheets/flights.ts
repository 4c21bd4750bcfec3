import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { looks } from "../../format";
import { seeded } from "../../random";
import type { CellSeed, RowSeed, SheetSeed } from "../../types";

interface Flight {
  date: string;
  delay: number;
  distance: number;
  origin: string;
  destination: string;
}

interface Airport {
  name: string;
  city: string;
  state: string;
  latitude: number;
  longitude: number;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March"];
const BANDS = ["Under 250 mi", "250 to 749 mi", "750 to 1,499 mi", "1,500 mi and more"];
const CLASSES = ["Early", "On time", "Late", "Very late"];
const PARTS = ["Night", "Morning", "Afternoon", "Evening"];
const DESK = ["dana@acme.test", "ravi@acme.test", "vik@acme.test", "sam@acme.test"];

/** 20,000 real flights of 2001 (public domain, from the `vega-datasets` package) joined with their airports. */
function rows(): RowSeed[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "..", "data");
  const flights = JSON.parse(readFileSync(join(folder, "flights-20k.json"), "utf8")) as Flight[];
  const airports = readAirports(readFileSync(join(folder, "airports.csv"), "utf8"));
  const random = seeded(20_000);
  return flights.map((flight, index) => ({ cells: cellsOf(flight, index, airports, random.int(2, 9)) }));
}

function cellsOf(flight: Flight, index: number, airports: Map<string, Airport>, taxi: number): CellSeed[] {
  const { delay, distance, origin, destination } = flight;
  const at = new Date(`${flight.date.replaceAll("/", "-").replace(" ", "T")}:00Z`);
  const from = airports.get(origin);
  const to = airports.get(destination);
  const band = distance < 250 ? 0 : distance < 750 ? 1 : distance < 1_500 ? 2 : 3;
  const late = delay < -5 ? 0 : delay <= 15 ? 1 : delay <= 60 ? 2 : 3;
  const hour = at.getUTCHours();
  return [
    `${origin}-${destination} ${flight.date.slice(5, 10).replace("/", "-")} #${index + 1}`,
    at.toISOString().slice(0, 10),
    at.toISOString().slice(11, 16),
    WEEKDAYS[at.getUTCDay()] ?? null,
    MONTHS[at.getUTCMonth()] ?? null,
    PARTS[Math.floor(hour / 6)] ?? null,
    delay,
    CLASSES[late] ?? null,
    late < 2,
    distance,
    BANDS[band] ?? null,
    ...placeCells(origin, from),
    ...placeCells(destination, to),
    Math.round((distance / 460) * 60) + taxi,
    from && to ? from.state === to.state : false,
    DESK[index % DESK.length] ?? null,
    late === 3 ? "Call back within a day" : null,
  ];
}

function placeCells(code: string, airport: Airport | undefined): CellSeed[] {
  if (!airport) return [code, null, null, null, null];
  return [code, airport.city, airport.state, airport.latitude, airport.longitude];
}

/** Names may be quoted and hold commas; nothing else in this file needs care. */
function readAirports(csv: string): Map<string, Airport> {
  const airports = new Map<string, Airport>();
  for (const line of csv.trim().split("\n").slice(1)) {
    const fields = line
      .match(/("[^"]*"|[^,]*)(?:,|$)/g)
      ?.map((field) => field.replace(/,$/, "").replace(/^"|"$/g, ""));
    const [code = "", name = "", city = "", state = "", , latitude, longitude] = fields ?? [];
    airports.set(code, { name, city, state, latitude: Number(latitude), longitude: Number(longitude) });
  }
  return airports;
}

const whole = looks({ number: "NUMBER", decimals: 0, thousands: true });
const degrees = looks({ number: "NUMBER", decimals: 3 });

export const flights: SheetSeed = {
  key: "flights-on-time",
  name: "Flights, on-time data",
  owner: "dana@acme.test",
  shares: [{ email: "ravi@acme.test", accessLevel: "VIEWER" }],
  createdAt: "2026-02-02T10:00:00Z",
  modifiedAt: "2026-11-24T07:00:00Z",
  version: 34,
  columns: [
    { title: "Flight", type: "TEXT_NUMBER", width: 180 },
    { title: "Date", type: "DATE", width: 110 },
    { title: "Time", type: "TEXT_NUMBER", width: 80 },
    { title: "Weekday", type: "PICKLIST", options: WEEKDAYS, width: 110 },
    { title: "Month", type: "PICKLIST", options: MONTHS, width: 100 },
    { title: "Part of day", type: "PICKLIST", options: PARTS, width: 110 },
    { title: "Delay (min)", type: "TEXT_NUMBER", width: 100 },
    { title: "Delay class", type: "PICKLIST", options: CLASSES, width: 110 },
    { title: "On time", type: "CHECKBOX", width: 80 },
    { title: "Distance (mi)", type: "TEXT_NUMBER", format: whole, width: 110 },
    { title: "Distance band", type: "PICKLIST", options: BANDS, width: 150 },
    { title: "Origin", type: "TEXT_NUMBER", width: 80 },
    { title: "Origin city", type: "TEXT_NUMBER", width: 150 },
    { title: "Origin state", type: "TEXT_NUMBER", width: 100 },
    { title: "Origin latitude", type: "TEXT_NUMBER", format: degrees, width: 120 },
    { title: "Origin longitude", type: "TEXT_NUMBER", format: degrees, width: 120 },
    { title: "Destination", type: "TEXT_NUMBER", width: 100 },
    { title: "Destination city", type: "TEXT_NUMBER", width: 150 },
    { title: "Destination state", type: "TEXT_NUMBER", width: 120 },
    { title: "Destination latitude", type: "TEXT_NUMBER", format: degrees, width: 140 },
    { title: "Destination longitude", type: "TEXT_NUMBER", format: degrees, width: 140 },
    { title: "Air time (min)", type: "TEXT_NUMBER", width: 110 },
    { title: "Within one state", type: "CHECKBOX", width: 120 },
    { title: "Desk", type: "CONTACT_LIST", width: 150 },
    { title: "Follow-up", type: "TEXT_NUMBER", width: 180 },
  ],
  rows,
};

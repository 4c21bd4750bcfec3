import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { seeded } from "../random";
import type { CellSeed, RowSeed } from "../types";

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
export function flightRows(count: number, seed: number): RowSeed[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "..", "data");
  const flights = JSON.parse(readFileSync(join(folder, "flights-20k.json"), "utf8")) as Flight[];
  const airports = readAirports(readFileSync(join(folder, "airports.csv"), "utf8"));
  const random = seeded(seed);
  return flights
    .slice(0, count)
    .map((flight, index) => ({ cells: cellsOf(flight, index, airports, random.int(2, 9)) }));
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

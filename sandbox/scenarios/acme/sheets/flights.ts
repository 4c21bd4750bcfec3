import { looks } from "../../format";
import type { SheetSeed } from "../../types";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March"];
const BANDS = ["Under 250 mi", "250 to 749 mi", "750 to 1,499 mi", "1,500 mi and more"];
const CLASSES = ["Early", "On time", "Late", "Very late"];
const PARTS = ["Night", "Morning", "Afternoon", "Evening"];
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
  rows: { from: "flights", count: 20_000 },
};

import type { Scenario } from "../types";
import { groups, people, plans } from "./people";
import { allColumnTypes } from "./sheets/all-column-types";
import { budget } from "./sheets/budget";
import { flights } from "./sheets/flights";
import { hiringTracker } from "./sheets/hiring-tracker";
import { itTickets } from "./sheets/it-tickets";
import { launchPlan } from "./sheets/launch-plan";
import { longId } from "./sheets/long-id";
import { marketingCalendar } from "./sheets/marketing-calendar";
import { payroll } from "./sheets/payroll";
import { riskLog } from "./sheets/risk-log";
import { roadMap } from "./sheets/road-map";
import { safetyWalks } from "./sheets/safety-walks";
import { vendors } from "./sheets/vendors";

/** A made-up company: thirteen people in two plans, two groups, thirteen sheets. */
export const acme: Scenario = {
  plans,
  people,
  groups,
  sheets: [
    payroll,
    launchPlan,
    roadMap,
    flights,
    itTickets,
    marketingCalendar,
    hiringTracker,
    riskLog,
    budget,
    vendors,
    safetyWalks,
    allColumnTypes,
    longId,
  ],
};

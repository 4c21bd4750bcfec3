import { route } from "../route";
import { listEvents, listFilteredEvents } from "./events";

export const eventRoutes = [
  route("GET", "/events", "READ_EVENTS", listEvents, { sdk: "events.getEvents" }),
  route("POST", "/filteredEvents", "READ_EVENTS", listFilteredEvents),
];

import type { Route } from "../http/router";
import { eventRoutes } from "./events/routes";
import { reportRoutes } from "./reports/routes";
import type { ApiRoute } from "./route";
import { searchRoutes } from "./search/routes";
import { retiredRoutes } from "./server/retired";
import { sheetRoutes } from "./sheets/routes";
import { sightRoutes } from "./sights/routes";
import { talkRoutes } from "./talk/routes";
import { treeRoutes } from "./tree/routes";
import { userRoutes } from "./users/routes";
import { webhookRoutes } from "./webhooks/routes";

/** Every call that needs a bearer token, below `/2.0`. The first that fits answers, so fixed paths come before placeholders. */
export const apiRoutes: Route<ApiRoute>[] = [
  ...userRoutes,
  ...sheetRoutes,
  ...talkRoutes,
  ...treeRoutes,
  ...reportRoutes,
  ...sightRoutes,
  ...searchRoutes,
  ...webhookRoutes,
  ...eventRoutes,
  ...retiredRoutes,
];

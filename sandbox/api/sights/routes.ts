import type { Route } from "../../http/router";
import type { ApiRoute } from "../route";

export const sightRoutes: Route<ApiRoute>[] = [];

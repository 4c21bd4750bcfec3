import type { Route } from "../../http/router";
import type { ApiRoute } from "../route";

export const reportRoutes: Route<ApiRoute>[] = [];

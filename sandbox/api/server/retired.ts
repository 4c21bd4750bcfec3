import type { Route } from "../../http/router";
import type { ApiRoute } from "../route";

export const retiredRoutes: Route<ApiRoute>[] = [];

import type { Route } from "../../http/router";
import type { ApiRoute } from "../route";

export const treeRoutes: Route<ApiRoute>[] = [];

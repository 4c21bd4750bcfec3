import { ApiError, notFound } from "../../http/errors";
import type { Handler } from "../call";
import { route } from "../route";

/** Sunset on 2026-06-03. `/home`, `/home/folders` and `/folders/personal` are not here: their sunset was called off. */
const LISTS = [
  "/workspaces/{workspaceId}",
  "/workspaces/{workspaceId}/folders",
  "/folders/{folderId}",
  "/folders/{folderId}/folders",
  "/templates",
  "/templates/public",
];

const SHARED = ["sheets/{sheetId}", "reports/{reportId}", "sights/{sightId}", "workspaces/{workspaceId}"];

/** What calls past their sunset date answer; see the switch `retired`. */
const answerRetired: Handler = (call) => {
  throw call.sandbox.switches.is("retired", "410")
    ? new ApiError(410, 4005, "API version retired.")
    : notFound();
};

export const retiredRoutes = [
  ...LISTS.map((path) => route("GET", path, null, answerRetired)),
  ...SHARED.flatMap((asset) => [
    ...["GET", "POST"].map((method) => route(method, `/${asset}/shares`, null, answerRetired)),
    ...["GET", "PUT", "DELETE"].map((method) =>
      route(method, `/${asset}/shares/{shareId}`, null, answerRetired),
    ),
  ]),
];

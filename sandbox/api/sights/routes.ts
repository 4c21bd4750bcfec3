import { route } from "../route";
import { listSights } from "./list";
import { copySight, deleteSight, getSight, moveSight, updateSight } from "./manage";
import { getSightPublish, setSightPublish } from "./publish";

const sight = "/sights/{sightId}";

export const sightRoutes = [
  route("GET", "/sights", "READ_SIGHTS", listSights, { sdk: "sights.listSights" }),
  route("GET", sight, "READ_SIGHTS", getSight, { sdk: "sights.getSight" }),
  route("PUT", sight, "ADMIN_SIGHTS", updateSight, { sdk: "sights.updateSight" }),
  route("DELETE", sight, "DELETE_SIGHTS", deleteSight, { sdk: "sights.deleteSight" }),
  route("POST", `${sight}/copy`, "CREATE_SIGHTS", copySight, { sdk: "sights.copySight" }),
  route("POST", `${sight}/move`, "CREATE_SIGHTS", moveSight, { sdk: "sights.moveSight" }),
  route("GET", `${sight}/publish`, "READ_SIGHTS", getSightPublish, { sdk: "sights.getSightPublishStatus" }),
  route("PUT", `${sight}/publish`, "ADMIN_SIGHTS", setSightPublish, { sdk: "sights.setSightPublishStatus" }),
];

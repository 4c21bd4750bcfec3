import { route } from "../route";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  resetSharedSecret,
  updateWebhook,
} from "./handlers";

const webhook = "/webhooks/{webhookId}";

export const webhookRoutes = [
  route("GET", "/webhooks", "ADMIN_WEBHOOKS", listWebhooks, { sdk: "webhooks.listWebhooks" }),
  route("POST", "/webhooks", "ADMIN_WEBHOOKS", createWebhook, { sdk: "webhooks.createWebhook" }),
  route("GET", webhook, "ADMIN_WEBHOOKS", getWebhook, { sdk: "webhooks.getWebhook" }),
  route("PUT", webhook, "ADMIN_WEBHOOKS", updateWebhook, { sdk: "webhooks.updateWebhook" }),
  route("DELETE", webhook, "ADMIN_WEBHOOKS", deleteWebhook, { sdk: "webhooks.deleteWebhook" }),
  route("POST", `${webhook}/resetSharedSecret`, "ADMIN_WEBHOOKS", resetSharedSecret),
  // The description and the SDK spell this one differently.
  route("POST", `${webhook}/resetsharedsecret`, "ADMIN_WEBHOOKS", resetSharedSecret, {
    sdk: "webhooks.resetSharedSecret",
    inSpec: false,
  }),
];

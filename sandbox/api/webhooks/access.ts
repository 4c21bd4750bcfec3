import type { Sandbox } from "../../sandbox";
import type { Webhook, WebhookStatus } from "./webhook";

const GRID = { rows: 20_000, columns: 400, cells: 500_000 };

/** Why a webhook cannot be enabled now, whatever its callback URL says. Null: nothing stands against it. */
export function obstacle(
  sandbox: Sandbox,
  webhook: Webhook,
): { status: WebhookStatus; details: string } | null {
  const { store, grants } = sandbox;
  const { owner, ofApp, sheetId } = webhook;
  const sheet = store.sheet(sheetId);
  if (ofApp && grants.of(owner.email).length === 0)
    return { status: "DISABLED_APP_REVOKED", details: "Access was revoked for the app" };
  if (!sheet || !owner.active || !store.accessLevel(owner, sheet))
    return { status: "DISABLED_SCOPE_INACCESSIBLE", details: "The owner has no access to the sheet" };
  const columns = sheet.columns.length;
  const rows = sheet.rowCount;
  if (rows > GRID.rows || columns > GRID.columns || rows * columns > GRID.cells)
    return { status: "DISABLED_EXCEEDED_GRID_LIMITS", details: "The sheet exceeds the limits of a webhook" };
  return null;
}

import { randomUUID } from "node:crypto";
import { setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";
import { insertSession, saveSignIn } from "@/db/queries/people";
import { hashToken, newSessionToken } from "@/lib/auth/cookies";
import { tokenPlace } from "@/lib/auth/own-tokens";
import { env } from "@/lib/env";
import { Secret } from "@/lib/secret";
import { masterKeyOf } from "@/lib/vault/keys";
import { createVault } from "@/lib/vault/vault";

interface SeedPerson {
  id: string;
  email: string;
  name: string;
  accessToken: string;
  refreshToken: string;
}

/**
 * Signs people in as a sign-in leaves them in the database, sealed tokens and session, without a browser for each. Runs
 * as a process of its own with the server's environment; people come in by message, their cookies go out.
 */
process.once("message", async (people: SeedPerson[]) => {
  const settings = env();
  const open = await openMigrated(settings.databaseFile);
  setDatabase(open);
  const vault = createVault(masterKeyOf(settings.masterKey));
  const now = Date.now();
  const at = new Date(now).toISOString();
  const expiresAt = new Date(now + 6 * 86_400_000).toISOString();
  const cookies: string[] = [];
  for (const { id, email, name, accessToken, refreshToken } of people) {
    await saveSignIn({
      ...{ id, email, name, at, expiresAt, groups: "[]", bindable: email },
      access: vault.seal(new Secret(accessToken), tokenPlace(id, "access")),
      refresh: vault.seal(new Secret(refreshToken), tokenPlace(id, "refresh")),
    });
    const token = newSessionToken();
    await insertSession({
      ...{ at, expiresAt, userId: id, id: randomUUID(), tokenHash: hashToken(token) },
      ...{ userAgent: "bench", network: "127.0.0.1" },
    });
    cookies.push(token);
  }
  open.$client.close();
  process.send?.(cookies, () => process.exit(0));
});

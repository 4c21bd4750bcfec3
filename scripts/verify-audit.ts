// npm run audit:verify: walks the whole audit log. Exit code 0 good, 2 tampered with (names the first bad number).
import { setDatabase } from "@/db/client";
import { openMigrated } from "@/db/migrate";
import { chainHash } from "@/lib/audit/service";
import { verifyChain } from "@/lib/audit/verify";
import { readEnv } from "@/lib/env";
import { derive, masterKeyOf } from "@/lib/vault/keys";

const env = readEnv(process.env);
setDatabase(await openMigrated(env.databaseFile));
const report = await verifyChain(chainHash(derive(masterKeyOf(env.masterKey).bytes, "sheetpass audit v1")));
console.log(
  report.ok
    ? `${report.count} events, unbroken. Last hash ${report.lastHash}.`
    : `Event ${report.firstBad}: ${report.why}.`,
);
process.exit(report.ok ? 0 : 2);

import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "@/lib/clock";
import { openTestDatabase } from "@/scripts/testing/database";
import type { AuditEntry } from "./event";
import { chainHash, createAuditService } from "./service";
import { verifyChain } from "./verify";

const key = randomBytes(32);
const entry = (extra: Partial<AuditEntry> = {}): AuditEntry => ({
  requestId: "req-1",
  actor: { kind: "user", id: "48569348493401", email: "vik@acme.test" },
  action: "sheet:read",
  decision: "served",
  sheetId: "4583173393803140",
  via: "delegated",
  assumedUser: "olga@acme.test",
  rules: ["R-17"],
  columnIds: ["2", "1"],
  rows: 12,
  ...extra,
});

describe("the audit log", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  const audit = createAuditService(key, systemClock);

  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it("I26 keeps who, as whom, under which rule and how much, newest first", async () => {
    await audit.record(entry());
    await audit.record(
      entry({ decision: "denied", reason: "no_permit", columnIds: undefined, rows: undefined }),
    );
    const [denied, served] = await audit.list({}, 10);
    expect(served).toMatchObject({
      seq: 1,
      actor: "vik@acme.test",
      via: "delegated",
      assumedUser: "olga@acme.test",
      rules: ["R-17"],
      columns: 2,
      rows: 12,
    });
    expect(denied).toMatchObject({
      seq: 2,
      decision: "denied",
      reason: "no_permit",
      columns: null,
      rows: null,
    });
  });

  it("T17 the chain verifies, and names the first event that was changed behind its back", async () => {
    for (let n = 0; n < 5; n++) await audit.record(entry({ rows: n }));
    expect(await verifyChain(chainHash(key))).toMatchObject({ ok: true, count: 5 });

    test.open.$client.exec(
      "drop trigger audit_events_no_update; update audit_events set record = replace(record, '[\"rows\",2]', '[\"rows\",9]')",
    );
    expect(await verifyChain(chainHash(key))).toMatchObject({ ok: false, firstBad: 3 });
  });

  it("T17 a removed event is noticed", async () => {
    for (let n = 0; n < 4; n++) await audit.record(entry());
    test.open.$client.exec("drop trigger audit_events_no_delete; delete from audit_events where seq = 2");
    expect(await verifyChain(chainHash(key))).toMatchObject({ ok: false, firstBad: 2 });
  });

  it("the database refuses to change or remove an event", async () => {
    await audit.record(entry());
    expect(() => test.open.$client.exec("update audit_events set decision = 'x'")).toThrow(/never changed/);
    expect(() => test.open.$client.exec("delete from audit_events")).toThrow(/never removed/);
  });

  it("T16 says so when the record cannot be written", async () => {
    test.open.$client.exec(
      "create trigger full before insert on audit_events begin select raise(abort, 'disk full'); end",
    );
    expect(await audit.record(entry())).toMatchObject({ ok: false, error: { code: "audit_unavailable" } });
  });
});

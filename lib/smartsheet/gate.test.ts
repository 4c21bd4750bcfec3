import { afterEach, describe, expect, it } from "vitest";
import { VirtualTime, virtualBroker } from "@/lib/broker/virtual-time.test-helper";
import { fail, ok } from "@/lib/result";
import { Secret } from "@/lib/secret";
import { upstreamError } from "./errors";
import { type Gate, outcomeOf, type TryOutcome, weightOf } from "./gate";
import type { Authority } from "./port";
import { adapter, closeStubs, own, sheetId, stub } from "./testing/http-harness";
import { sendJson } from "./testing/stub-server";
import { wireSheet } from "./testing/wire-sheet";

afterEach(closeStubs);

function through(gate: Gate): Authority {
  return { lane: "admin", token: new Secret("raw-token-1234567890"), assume: "olga@acme.test", gate };
}

/** Lets everybody in and writes down what it is told. */
function openGate(retries = Number.POSITIVE_INFINITY) {
  const entered: { weight: number; isRetry: boolean }[] = [];
  const settled: TryOutcome[] = [];
  let left = retries;
  const gate: Gate = {
    async enter({ weight, isRetry }) {
      entered.push({ weight, isRetry });
      return ok({ settle: (outcome) => settled.push(outcome) });
    },
    mayRetry: () => left-- > 0,
  };
  return { gate, entered, settled };
}

describe("the gate of the admin lane", () => {
  it("F02 is entered and settled by every try, retries included", async () => {
    const server = await stub((_, response, number) =>
      number < 3 ? sendJson(response, "", 503) : sendJson(response, wireSheet()),
    );
    const { gate, entered, settled } = openGate();
    expect((await adapter(server).getSheet(through(gate), sheetId)).ok).toBe(true);
    expect(entered.map(({ isRetry }) => isRetry)).toEqual([false, true, true]);
    expect(settled.map(({ kind }) => kind)).toEqual(["failed", "failed", "answered"]);
    expect(server.seen).toHaveLength(3);
  });

  it("F02 gives the retry budget of its token, whatever others used up", async () => {
    const server = await stub((_, response) => sendJson(response, "", 503));
    const smartsheet = adapter(server);
    const { gate } = openGate(1);
    await smartsheet.getSheet(through(gate), sheetId);
    expect(server.seen).toHaveLength(2);
    await smartsheet.getSheet(through(gate), sheetId);
    expect(server.seen).toHaveLength(3);
    await smartsheet.getSheet(own, sheetId);
    expect(server.seen).toHaveLength(6);
  });

  it("sends nothing when it refuses, and says why", async () => {
    const server = await stub((_, response) => sendJson(response, wireSheet()));
    const busy = upstreamError("rate_limited", { retryAfterSeconds: 8, isQueued: true });
    const gate: Gate = { enter: async () => fail(busy), mayRetry: () => true };
    const read = await adapter(server).getSheet(through(gate), sheetId);
    expect(read).toEqual({ ok: false, error: busy });
    expect(server.seen).toHaveLength(0);
  });

  it("answers with the first failure when a later try is refused", async () => {
    const server = await stub((_, response) => sendJson(response, "", 502));
    const { gate } = openGate();
    const closing: Gate = {
      ...gate,
      enter: async (asked) =>
        asked.isRetry ? fail(upstreamError("rate_limited", { isQueued: true })) : gate.enter(asked),
    };
    const read = await adapter(server).getSheet(through(closing), sheetId);
    expect(read).toMatchObject({ ok: false, error: { code: "unavailable", status: 502 } });
    expect(server.seen).toHaveLength(1);
  });

  it("I10 F01 a person's own 429 does not slow the admin token, nor the reverse", async () => {
    const server = await stub((request, response) =>
      request.headers.authorization?.includes("own-token")
        ? sendJson(response, { errorCode: 4003 }, 429, { "Retry-After": "90" })
        : sendJson(response, wireSheet()),
    );
    const smartsheet = adapter(server);
    const time = new VirtualTime();
    const broker = virtualBroker(time);
    const admin = through(broker.gateOf("C-1", { person: "vik", kind: "read" }));
    const mine = await smartsheet.getSheet(own, sheetId);
    expect(mine).toMatchObject({ ok: false, error: { code: "rate_limited", retryAfterSeconds: 90 } });
    expect((await smartsheet.getSheet(admin, sheetId)).ok).toBe(true);
    expect(await broker.stateOf("C-1")).toMatchObject({ blockedForSeconds: 0, perMinute: 240 });

    const angry = await stub((request, response) =>
      request.headers.authorization?.includes("raw-token")
        ? sendJson(response, { errorCode: 4003 }, 429, { "Retry-After": "90" })
        : sendJson(response, wireSheet()),
    );
    const other = adapter(angry);
    expect(await other.getSheet(admin, sheetId)).toMatchObject({
      ok: false,
      error: { retryAfterSeconds: 90 },
    });
    expect(await other.getSheet(admin, sheetId)).toMatchObject({
      ok: false,
      error: { code: "rate_limited" },
    });
    expect(angry.seen).toHaveLength(1);
    expect((await other.getSheet(own, sheetId)).ok).toBe(true);
  });

  it("F03 stops asking a Smartsheet that is down, and asks once when the pause is over", async () => {
    let isDown = true;
    const server = await stub((_, response) =>
      isDown ? sendJson(response, { errorCode: 4001 }, 503) : sendJson(response, wireSheet()),
    );
    const smartsheet = adapter(server);
    const time = new VirtualTime();
    const gate = through(virtualBroker(time).gateOf("C-1", { person: "vik", kind: "read" }));
    for (let call = 0; call < 10; call++)
      expect(await smartsheet.getSheet(gate, sheetId)).toMatchObject({
        ok: false,
        error: { code: "unavailable" },
      });
    expect(server.seen).toHaveLength(5);
    isDown = false;
    await time.advance(20_000);
    const answers = await Promise.all(Array.from({ length: 4 }, () => smartsheet.getSheet(gate, sheetId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(server.seen).toHaveLength(6);
    expect((await smartsheet.getSheet(gate, sheetId)).ok).toBe(true);
  });
});

it.each([
  ["ok", ok(1), "answered"],
  ["a 404", fail(upstreamError("not_found")), "answered"],
  ["a bad token", fail(upstreamError("token_invalid")), "answered"],
  ["a 5xx", fail(upstreamError("unavailable")), "failed"],
  ["silence", fail(upstreamError("timeout")), "failed"],
  ["a 429", fail(upstreamError("rate_limited")), "limited"],
  ["a caller who left", fail(upstreamError("aborted")), "aborted"],
])("counts %s rightly", (_name, result, kind) => {
  expect(outcomeOf(result)).toMatchObject({ kind });
});

it("counts history and attachments tenfold", () => {
  expect(weightOf("sheets/1/rows/2/columns/3/history")).toBe(10);
  expect(weightOf("sheets/1/attachments")).toBe(10);
  expect(weightOf("sheets/1/version")).toBe(1);
});

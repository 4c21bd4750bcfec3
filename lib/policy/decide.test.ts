import { describe, expect, it } from "vitest";
import { type Case, runCases } from "./cases.test-helper";
import { decide } from "./decide";
import {
  all,
  COST,
  connectionId,
  facts,
  forbid,
  OSCAR,
  OWNER,
  permit,
  request,
  SECOND,
  STATUS,
  TASK,
  userId,
  vera,
} from "./sample.test-helper";
import { ACTIONS, type AccessRequest, type ColumnScope, type Operand } from "./types";

const byVera = { type: "user", email: "vera.viewer@acme.com", userId: vera.userId } as const;
const paused = { appPaused: true, delegationPaused: false };
const noDelegation = { appPaused: false, delegationPaused: true };
const someCells: ColumnScope = { mode: "only", ids: [COST] };
const viewerIs = (viewer: "email" | "domain" | "name"): Operand => ({ viewer });
const ownRows = all({ columnId: OWNER, operator: "EQUAL", value: viewerIs("email") });
const _notValid = all({ columnId: OWNER, operator: "EQUAL" });
const _withoutGroups = { person: { ...vera, groups: null } };
const _named = (email: string) => ({ person: { ...vera, email } });

const cases: Case[] = [
  // Own access
  { about: "own access needs no rule", rules: [], facts: { own: "yes" }, wanted: "own", because: [] },
  {
    about: "own access counts before a permit",
    rules: [permit("a"), forbid("z", { columns: someCells })],
    facts: { own: "yes" },
    wanted: "own",
    because: ["z"],
  },
  {
    about: "own access carries every action",
    rules: [],
    request: { action: "history" },
    facts: { own: "yes" },
    wanted: "own",
  },
  {
    about: "I06 own access unknown and no permit",
    rules: [],
    facts: { own: "unknown" },
    wanted: "own_unknown",
  },
  {
    about: "own access unknown and a permit",
    rules: [permit("a")],
    facts: { own: "unknown" },
    wanted: "delegated",
  },
  {
    about: "own access unknown and a forbid",
    rules: [forbid("z")],
    facts: { own: "unknown" },
    wanted: "forbidden",
  },
  {
    about: "own access not asked and no permit",
    rules: [],
    facts: { own: "not_asked" },
    wanted: "no_permit",
  },
  {
    about: "own access not asked and a permit",
    rules: [permit("a")],
    facts: { own: "not_asked" },
    wanted: "delegated",
  },
  // Switches
  {
    about: "T10 a disabled person",
    rules: [permit("a")],
    request: { person: { ...vera, enabled: false } },
    facts: { own: "yes" },
    wanted: "person_disabled",
  },
  {
    about: "a paused app",
    rules: [permit("a")],
    facts: { own: "yes", switches: paused },
    wanted: "app_paused",
  },
  {
    about: "paused delegation takes permits",
    rules: [permit("a")],
    facts: { switches: noDelegation },
    wanted: "no_permit",
    remedy: ["a"],
  },
  {
    about: "paused delegation leaves own access",
    rules: [permit("a")],
    facts: { own: "yes", switches: noDelegation },
    wanted: "own",
  },
  {
    about: "paused delegation leaves forbids",
    rules: [forbid("z")],
    facts: { own: "yes", switches: noDelegation },
    wanted: "forbidden",
  },
  // Several
  {
    about: "permits add up",
    rules: [permit("b", { columns: someCells }), permit("a", { rows: ownRows })],
    wanted: "delegated",
    because: ["a", "b"],
  },
  {
    about: "T04 of one rule's versions only the newest grants",
    rules: [permit("a"), permit("a", { version: 2, principal: { ...byVera, userId: userId("1") } })],
    wanted: "no_permit",
  },
];

describe("decide: own access, switches, several rules", () => runCases(cases, 14));

describe("decide", () => {
  it("I02 a delegated decision names each permit's rectangle, and ends with the first of them", () => {
    const late = permit("b", {
      columns: { mode: "only", ids: [TASK, COST, TASK] },
      actions: ["share", "read"],
    });
    const soon = permit("a", {
      rows: ownRows,
      endsAt: "2026-06-01T00:30:00+02:00",
      delegation: { connectionId: SECOND, assume: OSCAR },
    });
    const cut = forbid("z", { columns: { mode: "except", ids: [STATUS, OWNER], known: [STATUS] } });
    const decision = decide(request(), [cut, late, soon], facts);
    expect(decision).toEqual({
      effect: "allow",
      via: "delegated",
      grants: [
        {
          rule: "a",
          connectionId: connectionId("con_second"),
          assume: OSCAR,
          actions: ["read"],
          columns: { mode: "all" },
          rows: {
            match: "all",
            conditions: [{ columnId: OWNER, operator: "EQUAL", operands: ["vera.viewer@acme.com"] }],
          },
          endsAt: "2026-06-01T00:30:00+02:00",
        },
        {
          rule: "b",
          connectionId: connectionId("con_main"),
          assume: "olivia.owner@acme.com",
          actions: ["read", "share"],
          columns: { mode: "only", ids: [TASK, COST] },
          rows: null,
          endsAt: "2026-12-31T23:59:59+01:00",
        },
      ],
      minus: [
        { rule: "z", columns: { mode: "except", ids: [STATUS, OWNER].sort(), known: [STATUS] }, rows: null },
      ],
      actions: ["read", "share"],
      because: ["a", "b", "z"],
      expiresAt: "2026-06-01T00:30:00+02:00",
    });
  });

  it("own access carries every action and no end", () => {
    expect(decide(request(), [], { ...facts, own: "yes" })).toEqual({
      effect: "allow",
      via: "own",
      minus: [],
      actions: [...ACTIONS],
      because: [],
    });
  });

  it("actions come only from permits that carry the one asked for", () => {
    const rules = [permit("a", { actions: ["read", "share"] }), permit("b", { actions: ["read", "export"] })];
    const actions = (action: AccessRequest["action"]) => {
      const decision = decide(request({ action }), rules, facts);
      return decision.effect === "allow" ? decision.actions : null;
    };
    expect(actions("read")).toEqual(["read", "share", "export"]);
    expect(actions("export")).toEqual(["read", "export"]);
  });
});

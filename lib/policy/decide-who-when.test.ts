import { describe } from "vitest";
import { type Case, runCases } from "./cases.test-helper";
import { all, BUDGET, COST, forbid, groupId, OWNER, permit, SALES, userId, vera } from "./sample.test-helper";
import type { ColumnScope, Operand } from "./types";

const byVera = { type: "user", email: "vera.viewer@acme.com", userId: vera.userId } as const;
const _paused = { appPaused: true, delegationPaused: false };
const _noDelegation = { appPaused: false, delegationPaused: true };
const _someCells: ColumnScope = { mode: "only", ids: [COST] };
const viewerIs = (viewer: "email" | "domain" | "name"): Operand => ({ viewer });
const _ownRows = all({ columnId: OWNER, operator: "EQUAL", value: viewerIs("email") });
const _notValid = all({ columnId: OWNER, operator: "EQUAL" });
const withoutGroups = { person: { ...vera, groups: null } };
const named = (email: string) => ({ person: { ...vera, email } });

const cases: Case[] = [
  // Nothing allows
  { about: "I01 no rule at all", rules: [], wanted: "no_permit" },
  {
    about: "I01 a permit for another sheet",
    rules: [permit("a", { resource: { type: "sheet", id: BUDGET } })],
    wanted: "no_permit",
  },
  {
    about: "I14 a sheet one above 2^53 is not its neighbour",
    rules: [permit("a", { resource: { type: "sheet", id: BUDGET } })],
    request: { sheetId: "9007199254740992" as typeof BUDGET },
    wanted: "no_permit",
  },
  { about: "I01 a permit for everyone", rules: [permit("a")], wanted: "delegated", because: ["a"] },
  // Who
  {
    about: "I03 a permit bound to the user id",
    rules: [permit("a", { principal: byVera })],
    wanted: "delegated",
    because: ["a"],
  },
  {
    about: "I03 T09 the same e-mail with another user id",
    rules: [permit("a", { principal: { ...byVera, userId: userId("48569348493401201") } })],
    wanted: "no_permit",
    remedy: [],
  },
  {
    about: "I03 T09 the same e-mail not bound yet",
    rules: [permit("a", { principal: { ...byVera, userId: null } })],
    wanted: "no_permit",
  },
  {
    about: "I03 another e-mail with the same user id",
    rules: [permit("a", { principal: { ...byVera, email: "old@acme.com" } })],
    wanted: "delegated",
  },
  {
    about: "a permit for the person's domain, in other case",
    rules: [permit("a", { principal: { type: "domain", domain: "ACME.com" } })],
    wanted: "delegated",
  },
  ...["vera@eu.acme.com", "vera@acme.com.evil.org", "vera@xacme.com"].map((email) => ({
    about: `T09 a permit for a domain doesn't cover ${email}`,
    rules: [permit("a", { principal: { type: "domain", domain: "acme.com" } })],
    request: named(email),
    wanted: "no_permit",
  })),
  ...[
    "",
    "acme.com",
    "@acme.com",
    "a@evil.org@acme.com",
    "a@evil.org,b@acme.com",
    "vera@\u0430cme.com",
    "v\u00e9ra@acme.com",
    "a b@acme.com",
    "a@acme.com\n",
  ].flatMap((email) => [
    {
      about: `T09 an odd address lapses a permit for a domain: ${JSON.stringify(email)}`,
      rules: [permit("a", { principal: { type: "domain", domain: "acme.com" } })],
      request: named(email),
      wanted: "no_permit",
    },
    {
      about: `T09 an odd address lets a forbid for a domain hold: ${JSON.stringify(email)}`,
      rules: [permit("a"), forbid("z", { principal: { type: "domain", domain: "other.org" } })],
      request: named(email),
      wanted: "forbidden",
      because: ["z"],
    },
  ]),
  {
    about: "a permit for a group the person is in",
    rules: [permit("a", { principal: { type: "group", id: SALES } })],
    wanted: "delegated",
  },
  {
    about: "a permit for a group the person is not in",
    rules: [permit("a", { principal: { type: "group", id: groupId("1") } })],
    wanted: "no_permit",
  },
  {
    about: "a permit for a group while groups are unknown",
    rules: [permit("a", { principal: { type: "group", id: SALES } })],
    request: withoutGroups,
    wanted: "no_permit",
  },
  {
    about: "a forbid for a group while groups are unknown holds",
    rules: [permit("a"), forbid("z", { principal: { type: "group", id: SALES } })],
    request: withoutGroups,
    wanted: "forbidden",
    because: ["z"],
  },
  {
    about: "a forbid for somebody else",
    rules: [permit("a"), forbid("z", { principal: { ...byVera, userId: userId("1") } })],
    wanted: "delegated",
    because: ["a"],
  },
  // When
  {
    about: "a permit at the moment it begins",
    rules: [permit("a", { startsAt: "2026-05-04T14:00:00+02:00" })],
    wanted: "delegated",
  },
  {
    about: "a permit a moment before it begins",
    rules: [permit("a", { startsAt: "2026-05-04T12:00:00.001Z" })],
    wanted: "no_permit",
    remedy: ["a"],
  },
  {
    about: "T04 a permit at the moment it ends",
    rules: [permit("a", { endsAt: "2026-05-04T12:00:00Z" })],
    wanted: "no_permit",
    remedy: ["a"],
  },
  {
    about: "a permit a moment before it ends",
    rules: [permit("a", { endsAt: "2026-05-04T12:00:00.001Z" })],
    wanted: "delegated",
  },
  {
    about: "I05 a permit without an end gives nothing",
    rules: [permit("a", { endsAt: null as unknown as string })],
    wanted: "no_permit",
  },
  ...["tomorrow", "2027-01-01", "2027-01-01T00:00:00", "2027-13-01T00:00:00Z", ""].flatMap((endsAt) => [
    {
      about: `I05 a permit with the end ${JSON.stringify(endsAt)} gives nothing`,
      rules: [permit("a", { endsAt })],
      wanted: "no_permit",
    },
    {
      about: `I01 a forbid with the end ${JSON.stringify(endsAt)} holds`,
      rules: [permit("a"), forbid("z", { endsAt })],
      wanted: "forbidden",
    },
  ]),
  {
    about: "a forbid that has ended",
    rules: [permit("a"), forbid("z", { endsAt: "2026-05-04T12:00:00Z" })],
    wanted: "delegated",
    because: ["a"],
  },
  {
    about: "a forbid not begun",
    rules: [permit("a"), forbid("z", { startsAt: "2026-05-05T00:00:00Z" })],
    wanted: "delegated",
  },
  {
    about: "a forbid with an unreadable start holds",
    rules: [permit("a"), forbid("z", { startsAt: "soon" })],
    wanted: "forbidden",
  },
  // What
  {
    about: "an action no permit carries",
    rules: [permit("a")],
    request: { action: "export" },
    wanted: "no_permit",
    remedy: ["a"],
  },
  {
    about: "an action one permit carries",
    rules: [permit("a"), permit("b", { actions: ["export"] })],
    request: { action: "export" },
    wanted: "delegated",
    because: ["b"],
  },
  {
    about: "every permit carries read",
    rules: [permit("b", { actions: ["export"] })],
    wanted: "delegated",
    because: ["b"],
  },
  {
    about: "an action we don't know",
    rules: [permit("a")],
    request: { action: "write" as "read" },
    facts: { own: "yes" },
    wanted: "error",
  },
];

describe("decide: who, when and what", () => runCases(cases, 55));

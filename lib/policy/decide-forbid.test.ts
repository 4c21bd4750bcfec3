import { describe } from "vitest";
import { type Case, runCases } from "./cases.test-helper";
import {
  all,
  BUDGET,
  COST,
  forbid,
  OWNER,
  PROJECTS,
  permit,
  TASK,
  unreadable,
  vera,
} from "./sample.test-helper";
import type { AnyRule, ColumnScope, Operand } from "./types";

const _byVera = { type: "user", email: "vera.viewer@acme.com", userId: vera.userId } as const;
const _paused = { appPaused: true, delegationPaused: false };
const _noDelegation = { appPaused: false, delegationPaused: true };
const someCells: ColumnScope = { mode: "only", ids: [COST] };
const viewerIs = (viewer: "email" | "domain" | "name"): Operand => ({ viewer });
const ownRows = all({ columnId: OWNER, operator: "EQUAL", value: viewerIs("email") });
const notValid = all({ columnId: OWNER, operator: "EQUAL" });
const _withoutGroups = { person: { ...vera, groups: null } };
const named = (email: string) => ({ person: { ...vera, email } });

const cases: Case[] = [
  // Forbids
  {
    about: "I01 T03 a forbid beats a permit",
    rules: [permit("a"), forbid("z")],
    wanted: "forbidden",
    because: ["z"],
  },
  {
    about: "I01 a forbid beats own access",
    rules: [forbid("z")],
    facts: { own: "yes" },
    wanted: "forbidden",
    because: ["z"],
  },
  {
    about: "I01 a forbid on a column leaves the rest",
    rules: [permit("a"), forbid("z", { columns: someCells })],
    wanted: "delegated",
    because: ["a", "z"],
  },
  {
    about: "a forbid on rows leaves the rest",
    rules: [permit("a"), forbid("z", { rows: ownRows })],
    wanted: "delegated",
    because: ["a", "z"],
  },
  {
    about: "a forbid on everything but nothing is whole",
    rules: [permit("a"), forbid("z", { columns: { mode: "except", ids: [], known: [TASK] } })],
    wanted: "forbidden",
  },
  {
    about: "a forbid on all of no conditions is whole",
    rules: [permit("a"), forbid("z", { rows: all() })],
    wanted: "forbidden",
  },
  {
    about: "a forbid counts for every action",
    rules: [permit("a"), forbid("z", { actions: ["read", "export"] })],
    wanted: "forbidden",
  },
  {
    about: "I01 a forbid on no column can't be meant",
    rules: [permit("a"), forbid("z", { columns: { mode: "only", ids: [] } })],
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "I01 a forbid with conditions that aren't valid",
    rules: [permit("a"), forbid("z", { rows: notValid })],
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "a forbid on rows of a nameless viewer",
    rules: [
      permit("a"),
      forbid("z", { rows: all({ columnId: OWNER, operator: "CONTAINS", value: viewerIs("name") }) }),
    ],
    request: { person: { ...vera, name: " " } },
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "a permit on rows of a nameless viewer",
    rules: [permit("a", { rows: all({ columnId: OWNER, operator: "CONTAINS", value: viewerIs("name") }) })],
    request: { person: { ...vera, name: "" } },
    wanted: "no_permit",
  },
  {
    about: "T09 a permit on the rows of a look-alike address",
    rules: [permit("a", { rows: ownRows })],
    request: named("ver\u0430.viewer@acme.com"),
    wanted: "no_permit",
  },
  {
    about: "a permit with conditions that aren't valid gives nothing",
    rules: [permit("a", { rows: notValid })],
    wanted: "no_permit",
  },
  // Unreadable
  {
    about: "I01 an unreadable forbid denies its sheet",
    rules: [permit("a"), unreadable("z")],
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "I01 an unreadable forbid denies own access",
    rules: [unreadable("z")],
    facts: { own: "yes" },
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "I01 an unreadable forbid of a lost sheet denies all",
    rules: [permit("a"), unreadable("z", { sheetId: null })],
    wanted: "unreadable_forbid",
  },
  {
    about: "I01 an unreadable rule of unknown effect denies",
    rules: [permit("a"), unreadable("z", { effect: "unknown" })],
    wanted: "unreadable_forbid",
  },
  {
    about: "an unreadable forbid of another sheet",
    rules: [permit("a"), unreadable("z", { sheetId: BUDGET })],
    wanted: "delegated",
    because: ["a"],
  },
  {
    about: "an unreadable permit gives nothing and takes nothing",
    rules: [permit("a"), unreadable("b", { effect: "permit", sheetId: null })],
    wanted: "delegated",
    because: ["a"],
  },
  {
    about: "a forbid for a dashboard, which we don't know yet",
    rules: [
      permit("a"),
      forbid("z", {
        resource: { type: "sight", id: PROJECTS } as unknown as { type: "sheet"; id: typeof PROJECTS },
      }),
    ],
    wanted: "unreadable_forbid",
  },
  {
    about: "a rule of an effect we don't know",
    rules: [permit("a"), { ...permit("z"), effect: "allow" } as unknown as AnyRule],
    wanted: "unreadable_forbid",
    because: ["z"],
  },
  {
    about: "I01 an error while deciding",
    rules: [permit("a"), null as unknown as AnyRule],
    facts: { own: "yes" },
    wanted: "error",
  },
  { about: "I01 a clock that can't be read", rules: [permit("a")], facts: { now: "now" }, wanted: "error" },
  {
    about: "I01 a day that can't be read",
    rules: [permit("a", { rows: all({ columnId: TASK, operator: "TODAY" }) })],
    facts: { today: "4 May" },
    wanted: "error",
  },
];

describe("decide: forbids and what cannot be read", () => runCases(cases, 24));

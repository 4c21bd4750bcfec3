import { badAttribute, readObject, wordIn } from "../../http/attributes";
import { notFound } from "../../http/errors";
import { list } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { tokenPage } from "../../http/token-paging";
import type { Person } from "../../store/types";
import { type Call, type Handler, idParam, when } from "../call";
import { leave } from "./remove-user";
import { provisionalUntil, seatType } from "./render";
import { openUser, requireAdmin } from "./rights";

/** Nobody here has more than one plan. The calls of this file are known from the SDK only. */
export const listUserPlans: Handler = (call) => {
  requireAdmin(call);
  const person = openUser(call);
  const plan = call.sandbox.store.plan(person.planKey);
  const { items, more } = tokenPage(plan ? [plan] : [], call);
  const withName = list(call.query, "include")?.includes("planName") ?? false;
  const data = items.map(({ id, name }) => ({
    planId: id,
    ...(withName ? { planName: name } : {}),
    seatType: seatType(call, person),
    seatTypeLastChangedAt: when(call, person.seatTypeLastChangedAt),
    isInternal: person.seatType !== "GUEST",
    ...(person.seatType === "PROVISIONAL_MEMBER"
      ? { provisionalExpirationDate: when(call, provisionalUntil(person)) }
      : {}),
  }));
  return json({ data, ...more });
};

/** To MEMBER unless the body says GUEST. */
export const upgradeUser: Handler = async (call) => {
  const person = openUserOfPlan(call);
  const body = await readObject(call.request);
  changeSeat(call, person, wordIn(body, "seatType", ["MEMBER", "GUEST"]) ?? "MEMBER");
  return success();
};

export const downgradeUser: Handler = async (call) => {
  const person = openUserOfPlan(call);
  const body = await readObject(call.request);
  const seat = wordIn(body, "seatType", ["GUEST", "VIEWER", "CONTRIBUTOR"]);
  if (seat === undefined) throw badAttribute(body.seatType, "seatType");
  changeSeat(call, person, seat === "CONTRIBUTOR" ? "VIEWER" : seat);
  return success();
};

export const removeUserFromPlan: Handler = (call) => {
  const person = openUserOfPlan(call);
  leave(call, person);
  return success();
};

/** A change to the seat somebody has already is no change, and no error. */
function changeSeat(call: Call, person: Person, seat: string): void {
  if (person.seatType === seat) return;
  person.seatType = seat;
  person.seatTypeLastChangedAt = call.sandbox.clock();
}

function openUserOfPlan(call: Call): Person {
  requireAdmin(call);
  const person = openUser(call);
  const plan = call.sandbox.store.plan(person.planKey);
  if (idParam(call, "planId") !== plan?.id) throw notFound();
  return person;
}

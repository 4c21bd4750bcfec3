import { flagIn, needText, readObject } from "../../http/attributes";
import { notAuthorized, notFound } from "../../http/errors";
import { paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { miniUser } from "../../render/person";
import type { Sheet } from "../../store/sheet";
import { atLeast } from "../../store/store";
import type { AutomationRule } from "../../store/types";
import { type Call, type Handler, idParam, openSheet, openSheetFor, when } from "../call";
import { readAction } from "./automation-action";
import { writing } from "./writing";

export const listAutomationRules: Handler = (call) => {
  const { sheet } = openSheet(call);
  const page = paginate(sheet.automationRules, call);
  return json({ ...page, data: page.data.map((rule) => renderRule(call, sheet, rule)) });
};

export const getAutomationRule: Handler = (call) => {
  const { sheet } = openSheet(call);
  return json(renderRule(call, sheet, openRule(call, sheet)));
};

/** Changes name, switch and action of a rule. Errors: 400/1220 for another kind of action, and those of `readAction`. */
export const updateAutomationRule: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  const rule = openRule(call, sheet);
  if (!mayModify(call, sheet, rule)) throw notAuthorized();
  return writing(call, sheet, async () => {
    const body = await readObject(call.request);
    const name = "name" in body ? needText(body, "name") : rule.name;
    const enabled = flagIn(body, "enabled") ?? rule.enabled;
    const action = body.action === undefined ? {} : readAction(sheet, rule, body.action);
    Object.assign(rule, { name, enabled, ...action });
    rule.modifiedBy = call.person;
    rule.modifiedAt = call.sandbox.clock();
    return success({ result: renderRule(call, sheet, rule) });
  });
};

export const deleteAutomationRule: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  const rule = openRule(call, sheet);
  if (!mayModify(call, sheet, rule)) throw notAuthorized();
  return writing(call, sheet, () => {
    sheet.automationRules = sheet.automationRules.filter((other) => other !== rule);
    return success();
  });
};

function openRule(call: Call, sheet: Sheet): AutomationRule {
  const id = idParam(call, "automationRuleId");
  const rule = sheet.automationRules.find((candidate) => candidate.id === id);
  if (!rule) throw notFound();
  return rule;
}

/** Whoever made a rule, and sheet admins. */
function mayModify(call: Call, sheet: Sheet, rule: AutomationRule): boolean {
  const level = call.sandbox.store.accessLevel(call.person, sheet);
  return rule.createdBy === call.person || (level !== null && atLeast(level, "ADMIN"));
}

function renderRule(call: Call, sheet: Sheet, rule: AutomationRule) {
  const { id, name, enabled, action, recipients, detail } = rule;
  return {
    id,
    name,
    enabled,
    createdBy: miniUser(rule.createdBy),
    createdAt: when(call, rule.createdAt),
    modifiedBy: miniUser(rule.modifiedBy),
    modifiedAt: when(call, rule.modifiedAt),
    userCanModify: mayModify(call, sheet, rule),
    action: {
      type: action,
      ...(recipients.length > 0 ? { recipients: recipients.map((email) => ({ email })) } : {}),
      frequency: "IMMEDIATELY",
      message: "",
      includeAllColumns: !detail?.includedColumnIds,
      includeAttachments: true,
      includeDiscussions: true,
      notifyAllSharedUsers: recipients.length === 0 && !detail?.recipientColumnIds,
      ...detail,
    },
  };
}

import { type Body, flagIn, idIn, missingAttribute, textIn, wordIn } from "../../http/attributes";
import { isRecord } from "../../http/body";
import { ApiError, unparsable } from "../../http/errors";
import type { Sheet } from "../../store/sheet";
import type { AutomationRule, Id } from "../../store/types";

const RECIPIENTS = ["recipients", "recipientColumnIds", "notifyAllSharedUsers"] as const;

/**
 * The action of a rule, whose type must be told. Errors: 400/1012 without it, 1220 for another one, 1218 for members that
 * exclude each other, 1221 for recipients from a column that holds no contacts, 1031 for a frequency there is none of.
 */
export function readAction(sheet: Sheet, rule: AutomationRule, wire: unknown) {
  if (!isRecord(wire)) throw unparsable("an action must be an object");
  const type = textIn(wire, "type");
  if (type === undefined) throw missingAttribute("action.type");
  if (type !== rule.action) throw new ApiError(400, 1220, "Automation action type cannot be changed.");
  const named = RECIPIENTS.filter((name) => (wire[name] ?? false) !== false);
  if (named.length > 1)
    throw new ApiError(
      400,
      1218,
      "The attributes recipientColumnIds, recipients and notifyAllSharedUsers are mutually exclusive. Only one may be set, not all.",
    );
  if (wire.includeAllColumns === true && (wire.includedColumnIds ?? undefined) !== undefined)
    throw new ApiError(
      400,
      1218,
      "The attributes includeAllColumnIds and includedColumnIds are mutually exclusive. Only one may be set not all.",
    );
  const detail = { ...rule.detail, ...readDetail(sheet, wire) };
  if (named.length === 0) return { detail };
  // One way of naming recipients takes the place of the other.
  const { recipients: _others, recipientColumnIds: _columns, ...kept } = detail;
  const recipients = readRecipients(wire);
  return {
    recipients: recipients.flatMap(({ email }) => email ?? []),
    detail: {
      ...kept,
      ...(recipients.length > 0 ? { recipients } : {}),
      ...(wire.recipientColumnIds ? { recipientColumnIds: detail.recipientColumnIds } : {}),
      notifyAllSharedUsers: wire.notifyAllSharedUsers === true,
    },
  };
}

function readDetail(sheet: Sheet, wire: Body): Record<string, unknown> {
  const detail: Record<string, unknown> = {};
  for (const name of ["includeAllColumns", "includeAttachments", "includeDiscussions"]) {
    const flag = flagIn(wire, name);
    if (flag !== undefined) detail[name] = flag;
  }
  for (const name of ["message", "subject"]) {
    const text = textIn(wire, name);
    if (text !== undefined) detail[name] = text;
  }
  const frequency = wordIn(wire, "frequency", ["IMMEDIATELY", "HOURLY", "DAILY", "WEEKLY"]);
  if (frequency) detail.frequency = frequency;
  for (const name of ["includedColumnIds", "recipientColumnIds"]) {
    const ids = wire[name] ?? undefined;
    if (ids !== undefined) detail[name] = readColumnIds(sheet, name, ids);
  }
  return detail;
}

function readColumnIds(sheet: Sheet, name: string, ids: unknown) {
  if (!Array.isArray(ids)) throw unparsable(`${name} must be a list`);
  return ids.map((one: unknown) => {
    const id = idIn({ [name]: one }, name);
    const column = id === undefined ? undefined : sheet.column(id);
    if (!column) throw new ApiError(400, 1036, `The columnId ${String(one)} is invalid.`);
    if (name === "recipientColumnIds" && !column.type.endsWith("CONTACT_LIST"))
      throw new ApiError(
        400,
        1221,
        `The value ${column.id} is not valid for the attribute action.recipientColumnIds. Only Contact List columns may be used.`,
      );
    return column.id;
  });
}

/** People by address, groups by id. */
function readRecipients({ recipients }: Body): { email?: string; groupId?: Id }[] {
  if (recipients === undefined || recipients === null) return [];
  if (!Array.isArray(recipients) || !recipients.every(isRecord))
    throw unparsable("recipients must be a list of objects");
  return recipients.map((one) => {
    const email = textIn(one, "email");
    const groupId = idIn(one, "groupId");
    if (email === undefined && groupId === undefined) throw missingAttribute("recipient.email");
    return email === undefined ? { groupId } : { email };
  }) as { email?: string; groupId?: Id }[];
}

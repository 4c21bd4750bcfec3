import {
  allowOnly,
  type Body,
  badAttribute,
  flagIn,
  idIn,
  missingAttribute,
  readObject,
  textIn,
  wordIn,
} from "../../http/attributes";
import { isRecord } from "../../http/body";
import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import type { Call, Handler } from "../call";
import { openFor } from "../tree/open";
import { needEmail } from "../users/user-attributes";

const MOST_RECIPIENTS = 1_000;
export const PAPERS = ["LETTER", "LEGAL", "WIDE", "ARCHD", "A4", "A3", "A2", "A1", "A0"];

/** Reads the order as the service would; no mail leaves the sandbox. */
export const sendReport: Handler = async (call) => {
  openFor(call, "report", "VIEWER");
  const body = await readObject(call.request);
  allowOnly(body, ["sendTo", "subject", "message", "ccMe", "format", "formatDetails"]);
  readRecipients(call, body);
  for (const name of ["subject", "message"]) textIn(body, name);
  flagIn(body, "ccMe");
  if (wordIn(body, "format", ["EXCEL", "PDF", "PDF_GANTT"]) === undefined) throw missingAttribute("format");
  if (isRecord(body.formatDetails)) wordIn(body.formatDetails, "paperSize", PAPERS);
  return success();
};

/** Addresses, and groups of the caller's plan. Errors: 400/1012 and 1031, 404/1106. */
export function readRecipients(call: Call, { sendTo }: Body): void {
  if (sendTo === undefined || sendTo === null) throw missingAttribute("sendTo");
  if (!Array.isArray(sendTo) || !sendTo.every(isRecord)) throw badAttribute(sendTo, "sendTo");
  if (sendTo.length === 0) throw missingAttribute("sendTo");
  if (sendTo.length > MOST_RECIPIENTS) throw badAttribute(`${sendTo.length} recipients`, "sendTo");
  for (const recipient of sendTo) {
    const groupId = idIn(recipient, "groupId");
    if (groupId === undefined) needEmail(recipient);
    else if (
      !call.sandbox.store.groups.some(
        ({ id, owner }) => id === groupId && owner.planKey === call.person.planKey,
      )
    )
      throw new ApiError(404, 1106, "Group not found.");
  }
}

import { ApiError, notAuthorized } from "../../http/errors";
import type { Sheet } from "../../store/sheet";
import { atLeast } from "../../store/store";
import type { Attachment, Comment, Person } from "../../store/types";
import { type Call, openSheet, openSheetFor } from "../call";

/** Who may comment may also attach: Smartsheet's table of permissions names both in one line. */
export const openSheetForTalk = (call: Call): Sheet => openSheetFor(call, "COMMENTER");

const notYours = () =>
  new ApiError(
    403,
    1081,
    "You cannot delete or update another user's discussions, comments, or comment attachments.",
  );

/** Only its author rewrites a comment or puts a file on it. */
export function requireAuthor(call: Call, { createdBy }: Comment): void {
  if (createdBy !== call.person) throw notYours();
}

/** Authors take their own words back; sheet admins anybody's. */
export function requireRemover(call: Call, createdBy: Person): void {
  const { level } = openSheet(call);
  if (createdBy !== call.person && !atLeast(level, "ADMIN")) throw notYours();
}

/** Commenters change the files they attached, editors all of them; a comment's file follows the comment's rules. */
export function requireAttachmentChange(call: Call, { parent, createdBy }: Attachment): void {
  if (parent.type === "COMMENT") requireRemover(call, createdBy);
  else if (createdBy !== call.person && !atLeast(openSheet(call).level, "EDITOR")) throw notAuthorized();
}

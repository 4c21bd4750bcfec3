import { notFound } from "../../http/errors";
import type { Sheet } from "../../store/sheet";
import type { Attachment, Comment, Discussion, Row } from "../../store/types";
import { type Call, idParam } from "../call";

/** The row of the path. Error: 404/1006 for one the sheet does not have. */
export function openRow(call: Call, sheet: Sheet): Row {
  const row = sheet.row(idParam(call, "rowId"));
  if (!row) throw notFound();
  return row;
}

/** Discussions whose row is gone went with it. */
export function liveDiscussions(sheet: Sheet): Discussion[] {
  return sheet.discussions.filter(({ parent }) => parent.type === "SHEET" || sheet.row(parent.rowId));
}

/** The discussion of the path. */
export function openDiscussion(call: Call, sheet: Sheet): Discussion {
  const id = idParam(call, "discussionId");
  const discussion = liveDiscussions(sheet).find((candidate) => candidate.id === id);
  if (!discussion) throw notFound();
  return discussion;
}

/** The comment of the path and the discussion it stands in. */
export function openComment(call: Call, sheet: Sheet): { discussion: Discussion; comment: Comment } {
  const id = idParam(call, "commentId");
  for (const discussion of liveDiscussions(sheet)) {
    const comment = discussion.comments.find((candidate) => candidate.id === id);
    if (comment) return { discussion, comment };
  }
  throw notFound();
}

/** Attachments that are not on a row or comment that is gone. Older versions are not among them. */
export function liveAttachments(sheet: Sheet): Attachment[] {
  const comments = new Set(liveDiscussions(sheet).flatMap((talk) => talk.comments.map(({ id }) => id)));
  return sheet.attachments.filter(({ parent }) => {
    if (parent.type === "ROW") return sheet.row(parent.rowId) !== undefined;
    return parent.type === "SHEET" || comments.has(parent.commentId);
  });
}

/** The attachment of the path: a current one, or an older version of `current`. */
export function openAttachment(call: Call, sheet: Sheet): { attachment: Attachment; current: Attachment } {
  const id = idParam(call, "attachmentId");
  for (const current of liveAttachments(sheet)) {
    const attachment = [current, ...current.versions].find((candidate) => candidate.id === id);
    if (attachment) return { attachment, current };
  }
  throw notFound();
}

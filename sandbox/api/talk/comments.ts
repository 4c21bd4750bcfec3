import { type Body, missingAttribute, readObject, textIn } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { renderComment } from "../../render/talk";
import type { ChangeEvent } from "../../store/changes";
import type { Sheet } from "../../store/sheet";
import type { Comment } from "../../store/types";
import { type Call, commit, type Handler, openSheet } from "../call";
import { changed } from "./answers";
import { keepFile } from "./attachments";
import { openComment, openDiscussion } from "./find";
import { openSheetForTalk, requireAuthor, requireRemover } from "./rights";
import { readPosted, type Upload } from "./upload";

const withFiles = { attachments: true };

export const createComment: Handler = async (call) => {
  const sheet = openSheetForTalk(call);
  const discussion = openDiscussion(call, sheet);
  const { json: body, file } = await readPosted(call.request, "comment");
  const { comment, events } = newComment(call, sheet, body ?? {}, file);
  discussion.comments.push(comment);
  commit(
    call,
    sheet,
    events.map((event) => ({ ...event, discussionId: discussion.id })),
  );
  return changed(sheet, renderComment(call, sheet, discussion, comment, { attachments: file !== null }));
};

export const getComment: Handler = (call) => {
  const { sheet } = openSheet(call);
  const { discussion, comment } = openComment(call, sheet);
  return json(renderComment(call, sheet, discussion, comment, withFiles));
};

export const editComment: Handler = async (call) => {
  const sheet = openSheetForTalk(call);
  const { discussion, comment } = openComment(call, sheet);
  requireAuthor(call, comment);
  comment.text = textOf(await readObject(call.request), "text");
  comment.modifiedAt = call.sandbox.clock();
  commit(call, sheet, [
    { objectType: "comment", eventType: "updated", id: comment.id, discussionId: discussion.id },
  ]);
  return changed(sheet, renderComment(call, sheet, discussion, comment, withFiles));
};

/** The last comment takes its discussion along. */
export const deleteComment: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  const { discussion, comment } = openComment(call, sheet);
  requireRemover(call, comment.createdBy);
  dropFilesOf(sheet, [comment]);
  discussion.comments = discussion.comments.filter((other) => other !== comment);
  const events: ChangeEvent[] = [
    { objectType: "comment", eventType: "deleted", id: comment.id, discussionId: discussion.id },
  ];
  if (discussion.comments.length === 0) {
    sheet.discussions = sheet.discussions.filter((other) => other !== discussion);
    events.push({ objectType: "discussion", eventType: "deleted", id: discussion.id });
  }
  commit(call, sheet, events);
  return success({ version: sheet.version });
};

/** A comment by the caller, with the file it brings; what holds it is for the caller of this. Error: 400/1012. */
export function newComment(
  call: Call,
  sheet: Sheet,
  body: Body,
  file: Upload | null,
  { textCalled = "text" } = {},
): { comment: Comment; events: ChangeEvent[] } {
  const at = call.sandbox.clock();
  const text = textOf(body, textCalled);
  const id = sheet.nextId("comment");
  const comment: Comment = { id, text, createdAt: at, modifiedAt: at, createdBy: call.person };
  const events: ChangeEvent[] = [{ objectType: "comment", eventType: "created", id }];
  if (file) {
    const kept = keepFile(call, sheet, { type: "COMMENT", commentId: id }, file);
    events.push({ objectType: "attachment", eventType: "created", id: kept.id });
  }
  return { comment, events };
}

export function dropFilesOf(sheet: Sheet, comments: Comment[]): void {
  const ids = new Set(comments.map(({ id }) => id));
  sheet.attachments = sheet.attachments.filter(
    ({ parent }) => parent.type !== "COMMENT" || !ids.has(parent.commentId),
  );
}

/** As it was written, blanks included. */
function textOf(body: Body, called: string): string {
  const text = textIn(body, "text");
  if (!text?.trim()) throw missingAttribute(called);
  return text;
}

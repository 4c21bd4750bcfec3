import { type Call, shownLevel, when } from "../api/call";
import type { Sheet } from "../store/sheet";
import { atLeast } from "../store/store";
import type { Attachment, Comment, Discussion, Id } from "../store/types";
import { miniUser } from "./person";

/** Metadata only: where the content lies (`url`, `urlExpiresInMillis`) is for the call that reads one attachment. */
export function renderAttachment(call: Call, sheet: Sheet, attachment: Attachment) {
  const {
    id,
    name,
    attachmentType,
    attachmentSubType,
    mimeType,
    description,
    content,
    createdAt,
    createdBy,
  } = attachment;
  return {
    id,
    name,
    attachmentType,
    ...(attachmentSubType ? { attachmentSubType } : {}),
    ...(mimeType ? { mimeType } : {}),
    ...(description ? { description } : {}),
    ...(content ? { sizeInKb: Math.ceil(content.length / 1024) } : {}),
    ...parentOf(sheet, attachment),
    createdAt: when(call, createdAt),
    createdBy: miniUser(createdBy),
  };
}

/** What of a discussion to send besides its head. */
export interface DiscussionParts {
  comments: boolean;
  /** The files on its comments. */
  attachments: boolean;
}

export function renderDiscussion(call: Call, sheet: Sheet, discussion: Discussion, parts: DiscussionParts) {
  const { id, comments, createdBy } = discussion;
  const level = call.sandbox.store.accessLevel(call.person, sheet) ?? "VIEWER";
  const last = comments.at(-1);
  const files = comments.flatMap((comment) => commentAttachments(sheet, comment.id));
  return {
    id,
    title: (comments[0]?.text ?? "").slice(0, 100),
    ...parentOf(sheet, discussion),
    accessLevel: shownLevel(call, level),
    readOnly: !atLeast(level, "COMMENTER"),
    commentCount: comments.length,
    ...(last
      ? { lastCommentedAt: when(call, last.createdAt), lastCommentedUser: miniUser(last.createdBy) }
      : {}),
    createdBy: miniUser(createdBy),
    ...(parts.comments
      ? { comments: comments.map((comment) => renderComment(call, sheet, discussion, comment, parts)) }
      : {}),
    ...(parts.attachments
      ? { commentAttachments: files.map((file) => renderAttachment(call, sheet, file)) }
      : {}),
  };
}

export function renderComment(
  call: Call,
  sheet: Sheet,
  discussion: Discussion,
  comment: Comment,
  { attachments }: Pick<DiscussionParts, "attachments">,
) {
  const files = attachments ? commentAttachments(sheet, comment.id) : [];
  return {
    id: comment.id,
    discussionId: discussion.id,
    text: comment.text,
    createdAt: when(call, comment.createdAt),
    modifiedAt: when(call, comment.modifiedAt),
    createdBy: miniUser(comment.createdBy),
    ...(attachments ? { attachments: files.map((file) => renderAttachment(call, sheet, file)) } : {}),
  };
}

function commentAttachments(sheet: Sheet, commentId: Id): Attachment[] {
  return sheet.attachments.filter(
    ({ parent }) => parent.type === "COMMENT" && parent.commentId === commentId,
  );
}

function parentOf(
  sheet: Sheet,
  { parent }: Pick<Attachment, "parent">,
): { parentType: string; parentId: Id } {
  const parentId =
    parent.type === "ROW" ? parent.rowId : parent.type === "COMMENT" ? parent.commentId : sheet.id;
  return { parentType: parent.type, parentId };
}

import { type Body, badAttribute, needText, textIn, wordIn } from "../../http/attributes";
import { ApiError } from "../../http/errors";
import { paginate } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { success } from "../../http/success";
import { renderAttachment } from "../../render/talk";
import type { Sheet } from "../../store/sheet";
import type { Attachment } from "../../store/types";
import { type Call, commit, type Handler, openSheet } from "../call";
import { changed } from "./answers";
import { attachmentUrl, FILE_LIFE_MS } from "./files";
import { liveAttachments, openAttachment, openComment, openDiscussion, openRow } from "./find";
import { openSheetForTalk, requireAttachmentChange, requireAuthor } from "./rights";
import { readPosted, type Upload } from "./upload";

/** What a URL may be attached as; FILE needs the file itself. */
const LINK_TYPES = ["BOX_COM", "DROPBOX", "EGNYTE", "EVERNOTE", "GOOGLE_DRIVE", "LINK", "ONEDRIVE", "TRELLO"];
const SUB_TYPES = ["DOCUMENT", "DRAWING", "FOLDER", "PDF", "PRESENTATION", "SPREADSHEET"];

/** Those of the sheet itself, of its rows and of comments, all in one. */
export const listSheetAttachments: Handler = (call) => {
  const { sheet } = openSheet(call);
  return page(call, sheet, liveAttachments(sheet));
};

export const listRowAttachments: Handler = (call) => {
  const { sheet } = openSheet(call);
  const row = openRow(call, sheet);
  const isOnRow = ({ parent }: Attachment) => parent.type === "ROW" && parent.rowId === row.id;
  return page(call, sheet, sheet.attachments.filter(isOnRow));
};

export const listDiscussionAttachments: Handler = (call) => {
  const { sheet } = openSheet(call);
  const ids = new Set(openDiscussion(call, sheet).comments.map(({ id }) => id));
  const isInTalk = ({ parent }: Attachment) => parent.type === "COMMENT" && ids.has(parent.commentId);
  return page(call, sheet, sheet.attachments.filter(isInTalk));
};

/** The only call that says where a file can be fetched, and for how long. */
export const getAttachment: Handler = (call) => {
  const { sheet } = openSheet(call);
  const { attachment } = openAttachment(call, sheet);
  const url =
    attachment.content === undefined
      ? {}
      : { url: attachmentUrl(call.sandbox, sheet, attachment), urlExpiresInMillis: FILE_LIFE_MS };
  return json({ ...renderDetail(call, sheet, attachment), ...url });
};

export const attachToSheet: Handler = (call) => attach(call, openSheetForTalk(call), { type: "SHEET" });

export const attachToRow: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  return attach(call, sheet, { type: "ROW", rowId: openRow(call, sheet).id });
};

export const attachToComment: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  const { comment } = openComment(call, sheet);
  requireAuthor(call, comment);
  return attach(call, sheet, { type: "COMMENT", commentId: comment.id });
};

/** Of a file with several versions the newest goes and the one before takes its place. */
export const deleteAttachment: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  const { attachment, current } = openAttachment(call, sheet);
  requireAttachmentChange(call, attachment);
  const left = [current, ...current.versions].filter((version) => version !== attachment);
  replaceVersions(sheet, current, left);
  commit(call, sheet, [{ objectType: "attachment", eventType: "deleted", id: attachment.id }]);
  return success();
};

/** `versions`, newest first, take the place of `current`; none at all: it is gone. */
export function replaceVersions(sheet: Sheet, current: Attachment, versions: Attachment[]): void {
  const [newest, ...older] = versions;
  const place = sheet.attachments.indexOf(current);
  sheet.attachments.splice(place, 1, ...(newest ? [{ ...newest, versions: older }] : []));
}

export function keepFile(call: Call, sheet: Sheet, parent: Attachment["parent"], file: Upload): Attachment {
  const attachment = newFile(call, sheet, parent, file);
  sheet.attachments.push(attachment);
  return attachment;
}

export function newFile(
  call: Call,
  sheet: Sheet,
  parent: Attachment["parent"],
  { name, mimeType, content }: Upload,
): Attachment {
  return { ...head(call, sheet, parent), name, attachmentType: "FILE", mimeType, content };
}

/** A link's target is no secret; a file's is told by `GET` of that one attachment only. */
export function renderDetail(call: Call, sheet: Sheet, attachment: Attachment) {
  const { url } = attachment;
  return { ...renderAttachment(call, sheet, attachment), ...(url === undefined ? {} : { url }) };
}

export function page(call: Call, sheet: Sheet, attachments: Attachment[]): Reply {
  const found = paginate(attachments, call);
  return json({ ...found, data: found.data.map((one) => renderDetail(call, sheet, one)) });
}

async function attach(call: Call, sheet: Sheet, parent: Attachment["parent"]): Promise<Reply> {
  const { json: body, file } = await readPosted(call.request);
  const attachment = file ? keepFile(call, sheet, parent, file) : keepLink(call, sheet, parent, body ?? {});
  commit(call, sheet, [{ objectType: "attachment", eventType: "created", id: attachment.id }]);
  return changed(sheet, renderDetail(call, sheet, attachment));
}

function keepLink(call: Call, sheet: Sheet, parent: Attachment["parent"], body: Body): Attachment {
  const attachmentType = needText(body, "attachmentType");
  if (attachmentType === "FILE")
    throw new ApiError(400, 1051, "Attachments of type FILE cannot be created using JSON.");
  if (!LINK_TYPES.includes(attachmentType))
    throw new ApiError(400, 1255, `Attachment type '${attachmentType}' is not supported.`);
  const attachmentSubType = wordIn(body, "attachmentSubType", SUB_TYPES);
  const url = needText(body, "url");
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw badAttribute(url, "url");
  const description = textIn(body, "description");
  const attachment: Attachment = {
    ...head(call, sheet, parent),
    name: textIn(body, "name") || url,
    attachmentType,
    ...(attachmentSubType ? { attachmentSubType } : {}),
    ...(description ? { description } : {}),
    url,
  };
  sheet.attachments.push(attachment);
  return attachment;
}

function head(call: Call, sheet: Sheet, parent: Attachment["parent"]) {
  return {
    id: sheet.nextId("attachment"),
    parent,
    createdAt: call.sandbox.clock(),
    createdBy: call.person,
    versions: [],
  };
}

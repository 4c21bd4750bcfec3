import { type Handler, openSheet } from "../call";
import { route } from "../route";
import { writing } from "../sheets/writing";
import {
  attachToComment,
  attachToRow,
  attachToSheet,
  deleteAttachment,
  getAttachment,
  listDiscussionAttachments,
  listRowAttachments,
  listSheetAttachments,
} from "./attachments";
import { createComment, deleteComment, editComment, getComment } from "./comments";
import {
  createDiscussion,
  createRowDiscussion,
  deleteDiscussion,
  getDiscussion,
  listDiscussions,
  listRowDiscussions,
} from "./discussions";
import { addCellImage, listImageUrls } from "./images";
import { attachVersion, deleteVersions, listVersions } from "./versions";

const sheet = "/sheets/{sheetId}";
const row = `${sheet}/rows/{rowId}`;
const discussion = `${sheet}/discussions/{discussionId}`;
const comment = `${sheet}/comments/{commentId}`;
const attachment = `${sheet}/attachments/{attachmentId}`;
/** One write at a time, as with everything else in a sheet. */
const alone =
  (handler: Handler): Handler =>
  (call) =>
    writing(call, openSheet(call).sheet, async () => handler(call));

/** Attaching is one of the calls the service counts tenfold. */
const cost = 10;

export const talkRoutes = [
  route("GET", `${sheet}/discussions`, "READ_SHEETS", listDiscussions, { sdk: "sheets.getDiscussions" }),
  route("POST", `${sheet}/discussions`, "WRITE_SHEETS", alone(createDiscussion), {
    sdk: "sheets.createDiscussion",
  }),
  route("GET", discussion, "READ_SHEETS", getDiscussion, { sdk: "sheets.getDiscussion" }),
  route("DELETE", discussion, "WRITE_SHEETS", alone(deleteDiscussion), { sdk: "sheets.deleteDiscussion" }),
  route("GET", `${row}/discussions`, "READ_SHEETS", listRowDiscussions, { sdk: "sheets.getRowDiscussions" }),
  route("POST", `${row}/discussions`, "WRITE_SHEETS", alone(createRowDiscussion), {
    sdk: "sheets.createRowDiscussion",
  }),
  route("POST", `${discussion}/comments`, "WRITE_SHEETS", alone(createComment), {
    sdk: "sheets.addDiscussionComment",
  }),
  route("GET", comment, "READ_SHEETS", getComment, { sdk: "sheets.getComment" }),
  route("PUT", comment, "WRITE_SHEETS", alone(editComment), { sdk: "sheets.editComment" }),
  route("DELETE", comment, "WRITE_SHEETS", alone(deleteComment), { sdk: "sheets.deleteComment" }),

  route("GET", `${sheet}/attachments`, "READ_SHEETS", listSheetAttachments, {
    sdk: "sheets.listAttachments",
  }),
  route("GET", `${row}/attachments`, "READ_SHEETS", listRowAttachments, { sdk: "sheets.getRowAttachments" }),
  route("GET", `${discussion}/attachments`, "READ_SHEETS", listDiscussionAttachments, {
    sdk: "sheets.listDiscussionAttachments",
  }),
  route("POST", `${sheet}/attachments`, "WRITE_SHEETS", alone(attachToSheet), {
    sdk: "sheets.addFileAttachment",
    cost,
  }),
  route("POST", `${row}/attachments`, "WRITE_SHEETS", alone(attachToRow), {
    sdk: "sheets.addRowFileAttachment",
    cost,
  }),
  route("POST", `${comment}/attachments`, "WRITE_SHEETS", alone(attachToComment), {
    sdk: "sheets.addCommentFileAttachment",
    cost,
  }),
  route("GET", attachment, "READ_SHEETS", getAttachment, { sdk: "sheets.getAttachment" }),
  route("DELETE", attachment, "WRITE_SHEETS", alone(deleteAttachment), { sdk: "sheets.deleteAttachment" }),
  route("GET", `${attachment}/versions`, "READ_SHEETS", listVersions, {
    sdk: "sheets.listAttachmentVersions",
  }),
  route("POST", `${attachment}/versions`, "WRITE_SHEETS", alone(attachVersion), {
    sdk: "sheets.attachNewVersion",
    cost,
  }),
  route("DELETE", `${attachment}/versions`, "WRITE_SHEETS", alone(deleteVersions), {
    sdk: "sheets.deleteAllAttachmentVersions",
  }),

  route("POST", "/imageurls", "READ_SHEETS", listImageUrls, { sdk: "images.listImageUrls" }),
  route("POST", `${row}/columns/{columnId}/cellimages`, "WRITE_SHEETS", alone(addCellImage), {
    sdk: "sheets.addImageToCell",
  }),
];

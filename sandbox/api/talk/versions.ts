import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import { commit, type Handler, openSheet } from "../call";
import { changed } from "./answers";
import { newFile, page, renderDetail, replaceVersions } from "./attachments";
import { openAttachment } from "./find";
import { openSheetForTalk, requireAttachmentChange } from "./rights";
import { readFile } from "./upload";

/** Newest first, whichever of the versions the path names. */
export const listVersions: Handler = (call) => {
  const { sheet } = openSheet(call);
  const { current } = openAttachment(call, sheet);
  return page(call, sheet, [current, ...current.versions]);
};

/** The new version has an id of its own; the old ones keep theirs. */
export const attachVersion: Handler = async (call) => {
  const sheet = openSheetForTalk(call);
  const { current } = openAttachment(call, sheet);
  if (current.parent.type === "COMMENT")
    throw new ApiError(
      400,
      1100,
      "Uploading new versions of a discussion comment attachment is not supported.",
    );
  if (current.attachmentType !== "FILE")
    throw new ApiError(400, 1101, "Uploading new versions of non-FILE type attachments is not supported.");
  requireAttachmentChange(call, current);
  const newest = newFile(call, sheet, current.parent, await readFile(call.request));
  replaceVersions(sheet, current, [newest, current, ...current.versions]);
  commit(call, sheet, [{ objectType: "attachment", eventType: "created", id: newest.id }]);
  return changed(sheet, renderDetail(call, sheet, newest));
};

export const deleteVersions: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  const { current } = openAttachment(call, sheet);
  requireAttachmentChange(call, current);
  replaceVersions(sheet, current, []);
  commit(
    call,
    sheet,
    [current, ...current.versions].map(({ id }) => ({
      objectType: "attachment",
      eventType: "deleted",
      id,
    })),
  );
  return success();
};

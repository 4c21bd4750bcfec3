import { isRecord } from "../../http/body";
import { list, paginate } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { success } from "../../http/success";
import { renderDiscussion } from "../../render/talk";
import type { Sheet } from "../../store/sheet";
import type { Discussion } from "../../store/types";
import { type Call, commit, type Handler, openSheet } from "../call";
import { changed } from "./answers";
import { dropFilesOf, newComment } from "./comments";
import { liveDiscussions, openDiscussion, openRow } from "./find";
import { openSheetForTalk, requireRemover } from "./rights";
import { readPosted } from "./upload";

export const listDiscussions: Handler = (call) => {
  const { sheet } = openSheet(call);
  return page(call, sheet, liveDiscussions(sheet));
};

export const listRowDiscussions: Handler = (call) => {
  const { sheet } = openSheet(call);
  const row = openRow(call, sheet);
  return page(
    call,
    sheet,
    sheet.discussions.filter(({ parent }) => parent.type === "ROW" && parent.rowId === row.id),
  );
};

/** One discussion always comes with its comments and their attachments. */
export const getDiscussion: Handler = (call) => {
  const { sheet } = openSheet(call);
  const discussion = openDiscussion(call, sheet);
  return json(renderDiscussion(call, sheet, discussion, { comments: true, attachments: true }));
};

export const createDiscussion: Handler = (call) => create(call, openSheetForTalk(call), { type: "SHEET" });

export const createRowDiscussion: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  return create(call, sheet, { type: "ROW", rowId: openRow(call, sheet).id });
};

export const deleteDiscussion: Handler = (call) => {
  const sheet = openSheetForTalk(call);
  const discussion = openDiscussion(call, sheet);
  requireRemover(call, discussion.createdBy);
  dropFilesOf(sheet, discussion.comments);
  sheet.discussions = sheet.discussions.filter((other) => other !== discussion);
  commit(call, sheet, [{ objectType: "discussion", eventType: "deleted", id: discussion.id }]);
  return success();
};

async function create(call: Call, sheet: Sheet, parent: Discussion["parent"]): Promise<Reply> {
  const { json: body, file } = await readPosted(call.request, "discussion");
  const { comment, events } = newComment(call, sheet, isRecord(body?.comment) ? body.comment : {}, file, {
    textCalled: "comment.text",
  });
  const discussion: Discussion = {
    id: sheet.nextId("discussion"),
    parent,
    comments: [comment],
    createdBy: call.person,
  };
  sheet.discussions.push(discussion);
  commit(call, sheet, [{ objectType: "discussion", eventType: "created", id: discussion.id }, ...events]);
  return changed(
    sheet,
    renderDiscussion(call, sheet, discussion, { comments: true, attachments: file !== null }),
  );
}

function page(call: Call, sheet: Sheet, discussions: Discussion[]): Reply {
  const include = list(call.query, "include") ?? [];
  const comments = include.includes("comments");
  // Attachments are listed on comments only, so without those there is nowhere to put them.
  const parts = { comments, attachments: comments && include.includes("attachments") };
  const found = paginate(discussions, call);
  return json({ ...found, data: found.data.map((one) => renderDiscussion(call, sheet, one, parts)) });
}

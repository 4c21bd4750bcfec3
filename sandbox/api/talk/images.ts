import { type Body, badAttribute, needText, readObjects } from "../../http/attributes";
import { ApiError, notFound, refId, unparsable } from "../../http/errors";
import { json, type Reply } from "../../http/reply";
import { rowRenderer } from "../../render/row";
import { markModified } from "../../store/modified";
import { atLeast } from "../../store/store";
import type { Column, Row } from "../../store/types";
import { type Call, commit, type Handler, idParam, openSheet, openSheetFor } from "../call";
import { readView } from "../sheets/view";
import { changed } from "./answers";
import { PICTURE_LIFE_MS, pictureUrl } from "./files";
import { openRow } from "./find";
import { pictureSize } from "./picture-size";
import { findPicture, sizeFor } from "./pictures";
import { readFile } from "./upload";

const LONGEST_ALT_TEXT = 100;

/** Where the pictures of cells and people can be fetched, one by one: an unknown one spoils its own entry only. */
export const listImageUrls: Handler = async (call) => {
  const { items, isList } = await readObjects(call.request);
  if (!isList) throw unparsable("the body must be a list");
  const { store } = call.sandbox;
  const sheets = store.sheets.filter((sheet) => store.accessLevel(call.person, sheet));
  const colleagues = store.people.filter(({ planKey }) => planKey === call.person.planKey);
  const imageUrls = items.map((asked) => {
    const imageId = needText(asked, "imageId");
    const size = { ...side(asked, "width"), ...side(asked, "height") };
    const picture = findPicture(colleagues, sheets, imageId);
    if (!picture) {
      const { errorCode, message } = notFound();
      return { imageId, ...size, error: { errorCode, message, refId: refId() } };
    }
    const { width, height } = sizeFor(picture, size);
    return { imageId, ...size, url: pictureUrl(call.sandbox, imageId, width, height) };
  });
  return json({ urlExpiresInMillis: PICTURE_LIFE_MS, imageUrls });
};

function side(asked: Body, name: "width" | "height"): { [side in typeof name]?: number } {
  const pixels = asked[name];
  if (pixels === undefined || pixels === null) return {};
  if (typeof pixels !== "number" || !Number.isInteger(pixels) || pixels < 1) throw badAttribute(pixels, name);
  return { [name]: pixels };
}

/** Puts a picture into a cell. Its file name is what the cell then says. */
export const addCellImage: Handler = async (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  const row = openRow(call, sheet);
  const id = idParam(call, "columnId");
  const column = sheet.column(id);
  if (!column) throw new ApiError(400, 1036, `The columnId ${id} is invalid.`);
  requireWritable(call, row, column);
  const altText = call.query.get("altText") ?? undefined;
  if (altText !== undefined && altText.length > LONGEST_ALT_TEXT)
    throw new ApiError(400, 1165, "Cannot add image to cell with alt text larger than 100 characters.");
  const file = await readFile(call.request);
  const size = pictureSize(file.content);
  if (!size) throw new ApiError(400, 1091, `Invalid Content-Type: ${file.mimeType}.`);
  const { mimeType, width, height } = size;
  const image = {
    id: sheet.world.ids.text(`image/${sheet.key}/${String(sheet.nextId("image"))}`),
    name: file.name,
    altText: altText || file.name,
    width,
    height,
    file: { mimeType, content: file.content },
  };
  const format = row.cells.get(column.id)?.format;
  const at = call.sandbox.clock();
  sheet.setCell(row, column, { value: file.name, image, ...(format ? { format } : {}) }, call.person, at);
  return answer(call, row, column, at);
};

function requireWritable(call: Call, row: Row, column: Column): void {
  const isAdmin = atLeast(openSheet(call).level, "ADMIN");
  const overrides = call.query.get("overrideValidation") === "true";
  if (column.systemColumnType)
    throw new ApiError(
      400,
      1046,
      `Cells containing system values cannot be inserted or updated through the API, columnId : ${column.id}.`,
    );
  if (column.formula) throw new ApiError(400, 1302, "Cannot edit column formula cells.");
  if (column.locked && !isAdmin) throw new ApiError(403, 1039, `Cannot edit a locked column ${column.id}.`);
  if (row.locked && !isAdmin) throw new ApiError(403, 1050, "You cannot edit a locked row.");
  if (overrides && !isAdmin)
    throw new ApiError(403, 1212, "You must be a sheet admin to override validation.");
  if (column.validation && column.type !== "TEXT_NUMBER" && !overrides)
    throw new ApiError(
      400,
      1042,
      `The value for cell in column ${column.id}, image, did not conform to the strict requirements for type ${column.type}.`,
    );
}

function answer(call: Call, row: Row, column: Column, at: number): Reply {
  const { sheet } = openSheet(call);
  markModified(sheet, row, call.person, at);
  commit(call, sheet, [{ objectType: "cell", eventType: "updated", rowId: row.id, columnId: column.id }]);
  return changed(sheet, rowRenderer(sheet, readView(call, sheet))(row));
}

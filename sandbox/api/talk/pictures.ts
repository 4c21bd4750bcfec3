import type { Reply } from "../../http/reply";
import type { Sandbox } from "../../sandbox";
import type { Sheet } from "../../store/sheet";
import type { Cell, Person } from "../../store/types";
import { drawPng } from "./png";

/** Pixels. */
export type Picture = Pick<NonNullable<Cell["image"]>, "width" | "height" | "file">;

/** The longest side the sandbox draws, in pixels. */
export const LONGEST_SIDE = 2_000;

/**
 * The picture of this id: a person's, or one in a cell of these sheets. Rows are looked through: pictures are rare, and
 * so is the question.
 */
export function findPicture(people: Person[], sheets: Sheet[], id: string): Picture | null {
  for (const { profileImage } of people) if (profileImage?.imageId === id) return profileImage;
  for (const sheet of sheets)
    for (const row of sheet.rows)
      for (const { image } of row.cells.values()) if (image?.id === id) return image;
  return null;
}

/** The size to send: as asked, with one side given in the picture's own proportions, with none as it is. */
export function sizeFor(picture: Picture, asked: { width?: number; height?: number }) {
  const { width, height } = asked;
  const ratio = picture.width / Math.max(1, picture.height);
  const wanted = {
    width: width ?? (height === undefined ? picture.width : height * ratio),
    height: height ?? (width === undefined ? picture.height : width / Math.max(ratio, 1 / LONGEST_SIDE)),
  };
  const clip = (side: number) => Math.min(LONGEST_SIDE, Math.max(1, Math.round(side)));
  return { width: clip(wanted.width), height: clip(wanted.height) };
}

/** An uploaded picture is served as it came, a scenario's is drawn. Null once nothing shows it. */
export function servePicture(sandbox: Sandbox, [id = "", size = ""]: string[]): Reply | null {
  const picture = findPicture(sandbox.store.people, sandbox.store.sheets, id);
  const [width = 1, height = 1] = size.split("x").map(Number);
  if (!picture) return null;
  const file = picture.file ?? { mimeType: "image/png", content: drawPng(id, width, height) };
  const headers = { "content-type": file.mimeType, "x-content-type-options": "nosniff" };
  return { status: 200, headers, body: file.content };
}

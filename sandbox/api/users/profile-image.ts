import { ApiError, notAuthorized } from "../../http/errors";
import { success } from "../../http/success";
import type { Handler } from "../call";
import { pictureSize } from "../talk/picture-size";
import { readFile } from "../talk/upload";
import { personHead } from "./render";
import { openUser } from "./rights";

/** Pixels: larger pictures are scaled down to this, which the sandbox tells but does not do. */
const LARGEST = 1_050;

/** Everybody sets their own picture, System Admins anybody's. PNG, JPEG or GIF, else 400/1091. */
export const setProfileImage: Handler = async (call) => {
  const person = openUser(call);
  if (person !== call.person && !call.person.admin) throw notAuthorized();
  const { content, mimeType } = await readFile(call.request);
  const size = pictureSize(content);
  if (!size || size.mimeType === "image/bmp")
    throw new ApiError(400, 1091, `Invalid Content-Type: ${mimeType}.`);
  const { store } = call.sandbox;
  person.profileImage = {
    imageId: store.ids.text(`profile-image/${store.nextId("image")}`),
    width: Math.min(size.width, LARGEST),
    height: Math.min(size.height, LARGEST),
    file: { mimeType: size.mimeType, content },
  };
  return success({ data: [personHead(person)] });
};

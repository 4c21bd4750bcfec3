import { json } from "../../http/reply";
import { type Handler, openSheet } from "../call";

export const getVersion: Handler = (call) => json({ version: openSheet(call).sheet.version });

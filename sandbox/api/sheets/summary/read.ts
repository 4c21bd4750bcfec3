import { paginate } from "../../../http/paging";
import { json } from "../../../http/reply";
import { type Handler, openSheet } from "../../call";
import { readView } from "../view";
import { fieldRenderer } from "./render";

export const getSummary: Handler = (call) => {
  const { sheet } = openSheet(call);
  return json({ fields: sheet.summary.map(fieldRenderer(sheet, readView(call, sheet))) });
};

export const listSummaryFields: Handler = (call) => {
  const { sheet } = openSheet(call);
  const page = paginate(sheet.summary, call);
  return json({ ...page, data: page.data.map(fieldRenderer(sheet, readView(call, sheet))) });
};

import type { Id } from "../../store/types";
import { type Call, permalink } from "../call";
import { asId, asRecord, type Json } from "./json";

const TARGETS = ["sheet", "report", "sight", "folder", "workspace"] as const;

/** Widget contents whose `hyperlink` says where it leads: the link to the source, where it is to open that. */
export function withUrl(call: Call, contents: Json): Json {
  const hyperlink = asRecord(contents.hyperlink);
  if (!hyperlink) return contents;
  const { sheetId, reportId } = contents;
  const source =
    hyperlink.interactionType === "SOURCE_SHEET"
      ? { ...(sheetId ? { sheetId } : {}), ...(reportId ? { reportId } : {}) }
      : {};
  return { ...contents, hyperlink: linkTo(call, { ...source, ...hyperlink }) };
}

/** Adds the permalink of what the link names by id. */
export function linkTo(call: Call, hyperlink: Json): Json {
  if (hyperlink.url !== undefined) return hyperlink;
  for (const kind of TARGETS) {
    const id = asId(hyperlink[`${kind}Id`]);
    const target = id === null ? undefined : find(call, kind, id);
    if (target) return { url: permalink(target), ...hyperlink };
  }
  return hyperlink;
}

function find({ sandbox: { store } }: Call, kind: (typeof TARGETS)[number], id: Id) {
  return {
    sheet: store.sheet(id),
    report: store.report(id),
    sight: store.sight(id),
    folder: store.folder(id),
    workspace: store.workspace(id),
  }[kind];
}

import { needText, readObject, textIn } from "../../http/attributes";
import { badValue, notAuthorized } from "../../http/errors";
import { list } from "../../http/paging";
import { success } from "../../http/success";
import type { Call, Handler } from "../call";
import { type CopyWish, copyContents } from "./copy-contents";
import { readDestination } from "./destination";
import { newFolder } from "./folders";
import { open } from "./open";
import { containerHead, nodeHead } from "./render";
import { newWorkspace } from "./workspaces";

const PARTS = [
  "attachments",
  "cellLinks",
  "data",
  "discussions",
  "filters",
  "forms",
  "ruleRecipients",
  "rules",
  "shares",
];
const OF_WORKSPACES = ["all", "brand"];
const REFERENCES = ["cellLinks", "reports", "sheetHyperlinks", "sights"];

/** The structure always comes along; content and what stands around it as `include` says. */
export const copyFolder: Handler = async (call) => {
  const { node } = open(call, "folder");
  const wish = readWish(call, PARTS);
  const body = await readObject(call.request);
  const container = readDestination(call, body);
  const name = textIn(body, "newName")?.trim() || node.name;
  const copy = newFolder(call, name, container);
  copy.sourceId = node.id;
  copyContents(call, node, copy, wish);
  return success({ result: nodeHead(copy) });
};

/** Becomes a workspace of the caller's; a destination in the body changes nothing, for there is only one place. */
export const copyWorkspace: Handler = async (call) => {
  const { node } = open(call, "workspace");
  if (!call.person.licensed) throw notAuthorized();
  const wish = readWish(call, [...PARTS, ...OF_WORKSPACES]);
  const body = await readObject(call.request);
  const copy = newWorkspace(call, needText(body, "newName"), call.person);
  copy.sourceId = node.id;
  if (wish.include.has("shares")) copyShares(call, node, copy);
  copyContents(call, node, copy, wish);
  return success({ result: containerHead(call, copy) });
};

type Shared = Parameters<typeof containerHead>[1] & { kind: "workspace" };

function copyShares(call: Call, from: Shared, to: Shared): void {
  const { store, clock } = call.sandbox;
  for (const { person, group, accessLevel } of from.shares) {
    const who = person ? { person } : group ? { group } : null;
    if (who && person !== to.owner) to.shares.push(store.newShare(who, accessLevel, clock()));
  }
}

/** Errors: 400/1018 for words the parameters do not know. */
function readWish(call: Call, parts: string[]): CopyWish {
  const wanted = known(call, "include", parts);
  return {
    include: new Set(wanted.includes("all") ? parts : wanted),
    exclude: new Set(known(call, "exclude", ["sheetHyperlinks"])),
    skip: new Set(known(call, "skipRemap", REFERENCES)),
  };
}

function known(call: Call, name: string, words: string[]): string[] {
  const wanted = list(call.query, name) ?? [];
  const unknown = wanted.find((word) => !words.includes(word));
  if (unknown !== undefined) throw badValue(unknown, name);
  return wanted;
}

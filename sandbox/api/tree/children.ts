import { badValue } from "../../http/errors";
import { list } from "../../http/paging";
import { json, type Reply } from "../../http/reply";
import { STEPS_OF_100, tokenPage } from "../../http/token-paging";
import type { Container } from "../../store/types";
import type { Call, Handler } from "../call";
import { type AnyNode, open } from "./open";
import { type Children, childrenOf } from "./place";
import { dates, levelFor, nodeHead, sourceOf } from "./render";

const TYPES = ["folders", "sheets", "reports", "sights", "templates"];

export const getWorkspaceChildren: Handler = (call) => listChildren(call, open(call, "workspace").node);

export const getFolderChildren: Handler = (call) => listChildren(call, open(call, "folder").node);

/** One level only: whoever wants the whole tree asks again for each folder. */
function listChildren(call: Call, container: Container): Reply {
  const types = readTypes(call);
  const found = childrenOf(call.sandbox.store, call.person, container);
  const kinds: (keyof Children)[] = ["folders", "sheets", "reports", "sights"];
  const children = kinds.flatMap((kind): AnyNode[] => (types.includes(kind) ? found[kind] : []));
  const { items, more } = tokenPage(children, call, STEPS_OF_100);
  return json({ data: items.map((node) => reference(call, node)), ...more });
}

/** All of them where none is named; templates, which are sheets of a kind, must be asked for together with sheets. */
function readTypes(call: Call): string[] {
  const types = list(call.query, "childrenResourceTypes");
  if (!types) return TYPES;
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) throw badValue(unknown, "childrenResourceTypes");
  if (types.includes("templates") && !types.includes("sheets"))
    throw badValue("templates", "childrenResourceTypes");
  return types;
}

function reference(call: Call, node: AnyNode) {
  const include = list(call.query, "include") ?? [];
  const kind = call.sandbox.switches.is("childType", "type") ? "type" : "resourceType";
  const isFolder = node.kind === "folder";
  return {
    ...nodeHead(node),
    ...dates(call, node),
    [kind]: node.kind,
    ...(isFolder ? {} : { accessLevel: levelFor(call, node) }),
    ...(include.includes("source") ? sourceOf(node) : {}),
    ...(include.includes("ownerInfo") && !isFolder
      ? { owner: node.owner.email, ownerId: node.owner.id }
      : {}),
  };
}

import { json } from "../../http/reply";
import { pathTo } from "../../store/tree";
import type { Person } from "../../store/types";
import type { Call, Handler } from "../call";
import { open } from "./open";
import { seenIn } from "./place";
import { containerHead, dates, levelFor, nodeHead } from "./render";

type Kind = "sheet" | "report" | "sight" | "folder";

export const getPath =
  (kind: Kind): Handler =>
  (call) => {
    const { node } = open(call, kind);
    const leaf =
      node.kind === "folder"
        ? nodeHead(node)
        : { ...nodeHead(node), accessLevel: levelFor(call, node), ...dates(call, node) };
    const around = pathTo(seenIn(call.sandbox.store, call.person, node));
    const heads = around.map((container) => containerHead(call, container));
    if (around[0]?.kind !== "workspace") heads.unshift(sheetsFolder(call, call.person));
    return json(nest(heads, { [`${kind}s`]: [leaf] }));
  };

/** Each level holds the one child that is on the path. */
function nest(heads: object[], leaf: object): object {
  const [first, ...rest] = heads;
  if (!first) return leaf;
  return rest.length === 0 ? { ...first, ...leaf } : { ...first, folders: [nest(rest, leaf)] };
}

/**
 * The top of the path of whatever lies in no workspace the caller can see. Nothing tells what Smartsheet answers here.
 * It calls the Sheets folder a personal workspace elsewhere (error 1226, the `location` of a search), and the SDK takes
 * the top for a container with id, name and link, so the Sheets folder stands where the workspace would.
 */
function sheetsFolder({ sandbox }: Call, person: Person) {
  const { ids } = sandbox.store;
  const home = {
    kind: "folder",
    id: ids.for(`home/${person.id}`),
    key: ids.text(`home/${person.id}`),
  } as const;
  return { ...nodeHead({ ...home, name: "Sheets" }), accessLevel: "OWNER" as const };
}

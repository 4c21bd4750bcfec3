import type { AccessLevel } from "../../scenarios/types";
import type { Container } from "../../store/types";
import { type Call, permalink, shownLevel, when } from "../call";
import { type AnyNode, levelOf } from "./open";

export function nodeHead(node: Pick<AnyNode, "id" | "name" | "kind" | "key">) {
  return { id: node.id, name: node.name, permalink: permalink(node) };
}

export function dates(call: Call, node: { createdAt: number; modifiedAt: number }) {
  return { createdAt: when(call, node.createdAt), modifiedAt: when(call, node.modifiedAt) };
}

/** The caller's level on something they can see, as they are told it. */
export function levelFor(call: Call, node: AnyNode): AccessLevel {
  return shownLevel(call, levelOf(call.sandbox.store, call.person, node) ?? "VIEWER");
}

/** Where something was copied from; nothing for originals. */
export function sourceOf(node: AnyNode) {
  const sourceId = "sourceId" in node ? node.sourceId : undefined;
  return sourceId === undefined ? {} : { source: { id: sourceId, type: node.kind } };
}

/** Workspaces tell the caller's level; folders have none of their own. */
export function containerHead(call: Call, container: Container) {
  const level = container.kind === "workspace" ? { accessLevel: levelFor(call, container) } : {};
  return { ...nodeHead(container), ...level };
}

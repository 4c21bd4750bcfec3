import { needText, readObject } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Handler } from "../call";
import { readDestination } from "../tree/destination";
import { open, openFor } from "../tree/open";
import { copySightTo } from "./copy";
import { sightHead } from "./list";
import { renderSight } from "./render";
import { readSightView } from "./view";

export const getSight: Handler = (call) => {
  const { node } = open(call, "sight");
  return json(renderSight(readSightView(call), node));
};

export const updateSight: Handler = async (call) => {
  const sight = openFor(call, "sight", "ADMIN");
  const body = await readObject(call.request);
  sight.name = needText(body, "name");
  sight.modifiedAt = call.sandbox.clock();
  return success({ result: renderSight(readSightView(call), sight) });
};

export const deleteSight: Handler = (call) => {
  const sight = openFor(call, "sight", "ADMIN");
  const { store } = call.sandbox;
  store.sights = store.sights.filter((other) => other !== sight);
  return success();
};

export const copySight: Handler = async (call) => {
  const { node } = open(call, "sight");
  const body = await readObject(call.request);
  const container = readDestination(call, body);
  const copy = copySightTo(call, node, container, needText(body, "newName"));
  return success({ result: sightHead(call, copy) });
};

export const moveSight: Handler = async (call) => {
  const sight = openFor(call, "sight", "ADMIN");
  const body = await readObject(call.request);
  sight.container = readDestination(call, body);
  sight.modifiedAt = call.sandbox.clock();
  return success({ result: sightHead(call, sight) });
};

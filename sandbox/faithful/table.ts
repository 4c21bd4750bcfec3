import { apiRoutes } from "../api/routes";
import { retiredRoutes } from "../api/server/retired";

export const DOCS = new URL("../../docs/sandbox.md", import.meta.url);

const START = "<!-- endpoints -->";
const END = "<!-- /endpoints -->";

/** The table of calls in `docs/sandbox.md`, from the routes themselves. */
export function endpointTable(): string {
  const retired = new Set<unknown>(retiredRoutes);
  const rows = apiRoutes.map((route) => {
    const { method, path, handle } = route;
    const isRetired = retired.has(route);
    const state = isRetired ? "retired" : method === "GET" ? "live" : "changes it";
    const spec = handle.inSpec ? "checked" : "not described";
    const cost = handle.cost === 1 ? "" : ` (costs ${handle.cost})`;
    return `| \`${method} ${path}\`${cost} | ${state} | ${spec} | ${handle.sdk ? `\`${handle.sdk}\`` : ""} | all |`;
  });
  const open = [
    "| `GET, POST /b/authorize` | live | not described | | |",
    "| `POST /token` | changes it | not described | | all |",
    "| `GET /serverinfo` | live | checked | `server.getInfo` | all |",
  ];
  return [
    "| call | state | API description | SDK | faults |",
    "| --- | --- | --- | --- | --- |",
    ...open,
    ...rows,
  ].join("\n");
}

export function tableIn(text: string): string {
  return text.slice(text.indexOf(START) + START.length, text.indexOf(END)).trim();
}

export function withTable(text: string): string {
  if (!text.includes(START) || !text.includes(END)) throw new Error(`the docs lack ${START} or ${END}`);
  return `${text.slice(0, text.indexOf(START) + START.length)}\n${endpointTable()}\n${text.slice(text.indexOf(END))}`;
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "smartsheet";
import { expect, it } from "vitest";
import { apiRoutes } from "../api/routes";
import { DOCS, endpointTable, tableIn } from "./table";

const SANDBOX = fileURLToPath(new URL("..", import.meta.url));

it("the docs list every call as it is: node --import tsx sandbox/faithful/write-table.ts", () => {
  expect(tableIn(readFileSync(DOCS, "utf8"))).toBe(endpointTable());
});

it("every SDK call named is one of the SDK's own", () => {
  const client = createClient({ accessToken: "not-used", baseUrl: "http://127.0.0.1:1/" });
  const unknown = sdkNames().filter((name) => {
    const [part = "", method = ""] = name.split(".");
    const module = (client as unknown as Record<string, Record<string, unknown>>)[part];
    return typeof module?.[method] !== "function";
  });
  expect(unknown).toEqual([]);
});

it("every SDK call named is made by a test here", () => {
  const tests = readdirSync(SANDBOX, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") || file.endsWith(".test-helper.ts"))
    .map((file) => readFileSync(join(SANDBOX, file), "utf8"))
    .join("\n");
  const idle = sdkNames().filter((name) => !new RegExp(`\\b${name.split(".")[1]}\\b`).test(tests));
  expect(idle).toEqual([]);
});

function sdkNames(): string[] {
  return apiRoutes.flatMap(({ handle }) => (handle.sdk === null ? [] : [handle.sdk]));
}

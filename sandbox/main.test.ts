import { expect, it } from "vitest";
import { readFlags } from "./flags";

it("flags win over the environment, which wins over the defaults", () => {
  expect(readFlags([], {} as NodeJS.ProcessEnv).options).toEqual({ port: 3100 });
  const env = {
    SANDBOX_PORT: "4000",
    SANDBOX_CLIENT_ID: "a",
    SANDBOX_CLIENT_SECRET: "b",
  } as unknown as NodeJS.ProcessEnv;
  const { options, json } = readFlags(
    ["--port", "0", "--json", "--rate", "0", "--redirect", "x", "--redirect", "y"],
    env,
  );
  expect(options).toEqual({ port: 0, rate: 0, redirects: ["x", "y"], clientId: "a", clientSecret: "b" });
  expect(json).toBe(true);
});

it.each(["70000", "-1", "abc", ""])("refuses port %j", (port) => {
  expect(() => readFlags([`--port=${port}`], {} as NodeJS.ProcessEnv)).toThrow("--port must be");
});

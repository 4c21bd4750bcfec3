import { describe, expect, it } from "vitest";
import { realCredentials, refusal } from "./real-credentials";

const found = (env: Record<string, string>, own = {}) =>
  realCredentials(env as unknown as NodeJS.ProcessEnv, own);

describe("real Smartsheet settings", () => {
  it.each([
    ["SMARTSHEET_ACCESS_TOKEN", "ll352u9jujauoqz4gstvsae05"],
    ["SMARTSHEET_ADMIN_TOKEN", "ll352u9jujauoqz4gstvsae05"],
    ["SMARTSHEET_CLIENT_ID", "5xcv9a1b2c3"],
    ["SMARTSHEET_CLIENT_SECRET", "a-real-secret"],
    ["SMARTSHEET_API_HOST", "https://api.smartsheet.com/2.0/"],
    ["SMARTSHEET_API_HOST", "api.smartsheet.eu"],
    ["SMARTSHEET_API_URL", "https://api.smartsheet.com/2.0"],
    ["SMARTSHEET_AUTHORIZE_URL", "https://app.smartsheet.com/b/authorize"],
    ["SMARTSHEET_TOKEN_URL", "https://127.0.0.1.evil.example/2.0/token"],
  ])("%s=%s is one", (name, value) => {
    expect(found({ [name]: value, PATH: "/bin" })).toEqual([name]);
  });

  it.each([
    ["SMARTSHEET_ACCESS_TOKEN", " "],
    ["SMARTSHEET_ACCESS_TOKEN", "sandbox-user-vik-0123456789abcdef0123"],
    ["SMARTSHEET_CLIENT_ID", "sandbox-client"],
    ["SMARTSHEET_CLIENT_ID", "sheetpass-sandbox"],
    ["SMARTSHEET_CLIENT_SECRET", "sheetpass-sandbox-secret"],
    ["SMARTSHEET_API_HOST", "http://127.0.0.1:3100/2.0/"],
    ["SMARTSHEET_API_URL", "http://localhost:3100/2.0"],
    ["SMARTSHEET_REGION", "eu"],
    ["SMARTSHEET_SCOPES", "READ_SHEETS"],
  ])("%s=%s is none", (name, value) => {
    expect(found({ [name]: value })).toEqual([]);
  });

  it("the client the sandbox was told to have is its own", () => {
    const env = { SMARTSHEET_CLIENT_ID: "mine", SMARTSHEET_CLIENT_SECRET: "hush" };
    expect(found(env, { clientId: "mine", clientSecret: "hush" })).toEqual([]);
    expect(found(env)).toEqual(["SMARTSHEET_CLIENT_ID", "SMARTSHEET_CLIENT_SECRET"]);
  });

  it("are told by name, never by value, with what to do", () => {
    const text = refusal(["SMARTSHEET_API_URL", "SMARTSHEET_CLIENT_ID"]);
    expect(text).toContain("env -u SMARTSHEET_API_URL -u SMARTSHEET_CLIENT_ID npm run sandbox");
  });
});

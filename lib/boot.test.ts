import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/scripts/testing/database";
import { checkKey } from "./boot";
import { Secret } from "./secret";
import { masterKeyOf } from "./vault/keys";
import { createVault } from "./vault/vault";

const newKey = () => masterKeyOf(new Secret(randomBytes(32).toString("base64")));

describe("the start", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it("T18 refuses a key that this database was not made with", async () => {
    const key = newKey();
    await checkKey(createVault(key));
    await checkKey(createVault(key));
    await expect(checkKey(createVault(newKey()))).rejects.toThrow(/MASTER_KEY does not fit/);
    await checkKey(createVault(newKey(), [key]));
  });
});

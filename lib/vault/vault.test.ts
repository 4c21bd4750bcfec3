import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Secret } from "../secret";
import { masterKeyOf } from "./keys";
import { createVault, VaultError } from "./vault";

const newKey = () => masterKeyOf(new Secret(randomBytes(32).toString("base64")));
const place = { table: "connections", row: "C-1", column: "token" };
const token = new Secret("a-token-that-must-not-show");

describe("the vault", () => {
  it("opens what it sealed, where it was sealed", () => {
    const vault = createVault(newKey());
    const sealed = vault.seal(token, place);
    expect(vault.open(sealed, place).reveal()).toBe(token.reveal());
    expect(sealed).not.toContain(token.reveal());
    expect(vault.seal(token, place)).not.toBe(sealed);
  });

  it("T18 a value moved to another row, table or column does not open", () => {
    const vault = createVault(newKey());
    const sealed = vault.seal(token, place);
    for (const other of [
      { ...place, row: "C-2" },
      { ...place, table: "user_tokens" },
      { ...place, column: "access" },
    ])
      expect(() => vault.open(sealed, other)).toThrow(VaultError);
  });

  it("T18 a database copied without its key is unusable", () => {
    const sealed = createVault(newKey()).seal(token, place);
    expect(() => createVault(newKey()).open(sealed, place)).toThrow(/needs the master key/);
  });

  it("T18 one changed bit anywhere is noticed", () => {
    const vault = createVault(newKey());
    const parts = vault.seal(token, place).split(".");
    for (const part of [2, 3]) {
      const bytes = Buffer.from(parts[part] ?? "", "base64url");
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        const text = parts
          .map((old, index) => (index === part ? changed.toString("base64url") : old))
          .join(".");
        expect(() => vault.open(text, place)).toThrow(VaultError);
      }
    }
  });

  it("opens values of an older key while that key is present, and seals with the active one", () => {
    const old = newKey();
    const sealed = createVault(old).seal(token, place);
    const active = newKey();
    const vault = createVault(active, [old]);
    expect(vault.open(sealed, place).reveal()).toBe(token.reveal());
    expect(vault.seal(token, place)).toContain(active.id);
  });

  it("I17 a secret shows nowhere by accident", () => {
    expect(`${token} ${JSON.stringify({ token })}`).not.toContain(token.reveal());
  });
});

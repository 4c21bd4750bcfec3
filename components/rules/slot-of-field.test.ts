import { describe, expect, it } from "vitest";
import { slotOfField } from "./slot-of-field";

describe("slotOfField", () => {
  it("finds the slot an error speaks of", () => {
    expect(slotOfField("principal")).toBe("who");
    expect(slotOfField("rule.delegation.assume")).toBe("assume");
    expect(slotOfField("delegation.connectionId")).toBe("connection");
    expect(slotOfField("lookup")).toBe("assume");
    expect(slotOfField("lookup.connectionId")).toBe("connection");
    expect(slotOfField("masks.1")).toBe("columns");
    expect(slotOfField("freshSeconds")).toBe("fresh");
    expect(slotOfField("hours.to")).toBe("hours");
    expect(slotOfField("rows.conditions.0.conditions.2")).toBe("rows");
    expect(slotOfField("version")).toBeNull();
    expect(slotOfField(undefined)).toBeNull();
  });
});

import { expect, it } from "vitest";
import type { BlastRadius, PersonEffect } from "./blast-radius";
import { radiusSentence } from "./radius-sentence";

const none = { gained: 0, lost: 0 };
const somebody: PersonEffect = { userId: "11", name: "Vik Viewer", email: "vik.viewer@acme.com", sheets: [] };
const salary = { sheet: "Budget", title: "Salary" };

const say = (over: Partial<BlastRadius>) =>
  radiusSentence({
    people: none,
    sheets: none,
    rows: none,
    columns: none,
    sensitive: { gained: [], lost: [] },
    masks: { unmasked: [], newlyMasked: [] },
    cells: none,
    persons: [somebody],
    isUnchanged: false,
    unreadable: [],
    ...over,
  });

it("says what opens", () => {
  const opened = {
    people: { gained: 3, lost: 0 },
    sheets: { gained: 2, lost: 0 },
    rows: { gained: 41, lost: 0 },
    columns: { gained: 7, lost: 0 },
    sensitive: { gained: [salary], lost: [] },
    cells: { gained: 300, lost: 0 },
  };
  expect(say(opened)).toBe("+3 people, +2 sheets, +41 rows, +1 sensitive column");
});

it("says what closes with the true minus sign", () => {
  expect(say({ people: { gained: 0, lost: 1 }, rows: { gained: 0, lost: 6 } })).toBe("−1 person, −6 rows");
});

it("says both where there are both, and parts thousands", () => {
  expect(say({ people: { gained: 1, lost: 2 }, rows: { gained: 12_345, lost: 1 } })).toBe(
    "+1 person, −2 people, +12,345 rows, −1 row",
  );
});

it("names columns where no sheet opens or closes, and a sensitive one once", () => {
  const columns = { gained: 3, lost: 1 };
  const sensitive = { gained: [salary], lost: [salary] };
  expect(say({ columns, sensitive })).toBe("+2 columns, +1 sensitive column, −1 sensitive column");
});

it("falls back on cells, masks, actions and ends", () => {
  expect(say({ cells: { gained: 0, lost: 1 } })).toBe("−1 cell");
  expect(say({ masks: { unmasked: [salary], newlyMasked: [salary, salary] } })).toBe(
    "+1 unmasked column, +2 masked columns",
  );
  expect(say({})).toBe("Other actions or end dates for 1 person");
});

it("says what could not be judged", () => {
  expect(say({ persons: [], unreadable: ["Budget"] })).toBe("1 sheet could not be read");
  expect(say({ people: { gained: 1, lost: 0 }, unreadable: ["Budget", "Projects"] })).toBe(
    "+1 person, 2 sheets could not be read",
  );
});

it("says when nothing changes", () => {
  expect(say({ persons: [], isUnchanged: true })).toBe("Nothing changes");
});

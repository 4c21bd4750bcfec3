import { beforeAll, expect, it } from "vitest";
import type { SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { Secret } from "@/lib/secret";
import { SWITCH_NAMES, SWITCHES, type SwitchName } from "@/sandbox/switches";
import type { Authority } from "./port";
import { type SandboxWorld, sandboxWorld } from "./testing/contract-worlds";

/** The one sheet with a cell of every type. */
const SHEET = "All column types";

let plain: Cells;
beforeAll(async () => {
  plain = await cellsOf({});
});

type Cells = Record<string, unknown>[];

interface Listed {
  id: string;
  name: string;
  owner: string;
}

/** Cells by column title, so that ids may differ. */
async function cellsOf(switches: Partial<Record<SwitchName, string>>): Promise<Cells> {
  const world: SandboxWorld = await sandboxWorld(switches);
  try {
    const { sheets } = (await world.control("/info")) as { sheets: Listed[] };
    const listed = sheets.find(({ name }) => name === SHEET);
    if (!listed) throw new Error(`There is no sheet called ${SHEET}.`);
    const owner: Authority = { lane: "own", token: new Secret(world.rawToken(listed.owner)) };
    const result = await world.smartsheet.getSheet(owner, listed.id as SheetId);
    if (!result.ok) throw new Error(result.error.code);
    return byTitle(result.value);
  } finally {
    await world.close();
  }
}

function byTitle({ columns, rows }: SourceSheet): Cells {
  return rows.map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ id, title }) => (cells[id] === undefined ? [] : [[title, cells[id]]])),
    ),
  );
}

/** What a switch is about may show in the cells; nothing else may. */
function without(name: SwitchName, cells: Cells): string {
  const text = JSON.stringify(cells);
  if (name === "symbolWords") return text.toLowerCase();
  return name === "datetimeDisplay" ? text.replace(/,"displayValue":"[^"]*"/g, "") : text;
}

it.each(SWITCH_NAMES)("reads the same cells whichever way %s is", async (name) => {
  const turned = await cellsOf({ [name]: SWITCHES[name].settings[1] });
  expect(without(name, turned)).toBe(without(name, plain));
});

import { ApiError } from "../../http/errors";
import type { Reply } from "../../http/reply";
import type { Sheet } from "../../store/sheet";
import type { Call } from "../call";

/** The tokens that are writing to a sheet right now. */
const underWay = new WeakMap<Sheet, Set<string>>();

/**
 * Runs a write, from the reading of its body on. A second one of the same token on the same sheet meanwhile is refused
 * with 500/4004; with the switch `parallelWrites` at `applied` it takes place all the same.
 */
export async function writing(call: Call, sheet: Sheet, write: () => Reply | Promise<Reply>): Promise<Reply> {
  const tokens = underWay.get(sheet) ?? new Set();
  underWay.set(sheet, tokens);
  const { token } = call.caller;
  if (tokens.has(token)) {
    if (call.sandbox.switches.is("parallelWrites", "applied")) await write();
    throw busy(sheet);
  }
  tokens.add(token);
  try {
    return await write();
  } finally {
    tokens.delete(token);
  }
}

function busy(sheet: Sheet): ApiError {
  return new ApiError(
    500,
    4004,
    `Request failed because sheetId ${sheet.id} is currently being updated by another request that uses the same access token. Please retry your request once the previous request has completed.`,
  );
}

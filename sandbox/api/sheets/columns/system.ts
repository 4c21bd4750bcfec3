import { type Body, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError } from "../../../http/errors";
import type { ColumnSeed, ColumnType } from "../../../scenarios/types";

export type SystemType = NonNullable<ColumnSeed["systemColumnType"]>;

/** The type the columns have that Smartsheet fills itself. */
export const SYSTEM_TYPES: Record<SystemType, ColumnType> = {
  AUTO_NUMBER: "TEXT_NUMBER",
  CREATED_BY: "CONTACT_LIST",
  CREATED_DATE: "DATETIME",
  MODIFIED_BY: "CONTACT_LIST",
  MODIFIED_DATE: "DATETIME",
};

const LONGEST = 40;

/** Errors: 400/1083 for any other column, 1084 for a fill that is no zeros, 1088 for more than 40 characters. */
export function readAutoNumber(body: Body, system: SystemType | undefined): ColumnSeed["autoNumberFormat"] {
  const wire = body.autoNumberFormat ?? undefined;
  if (wire === undefined) return undefined;
  if (system !== "AUTO_NUMBER")
    throw new ApiError(
      400,
      1083,
      `Auto number formatting cannot be added to a column ${String(body.title)}.`,
    );
  const invalid = new ApiError(400, 1084, "The auto number format is invalid.");
  if (!isRecord(wire)) throw invalid;
  const [prefix, fill, suffix] = ["prefix", "fill", "suffix"].map((name) => textIn(wire, name));
  const start = wire.startingNumber ?? undefined;
  if (fill !== undefined && !/^0{0,10}$/.test(fill)) throw invalid;
  if (start !== undefined && !(Number.isSafeInteger(start) && Number(start) >= 0)) throw invalid;
  const whole = `${prefix ?? ""}${fill ?? ""}${suffix ?? ""}`;
  if (whole.length > LONGEST)
    throw new ApiError(
      400,
      1088,
      `Invalid length for concatenated auto number format. Concatenated format is ${whole}, with a length of ${whole.length}. Must be less than or equal to ${LONGEST}.`,
    );
  return {
    ...(prefix === undefined ? {} : { prefix }),
    ...(fill === undefined ? {} : { fill }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(start === undefined ? {} : { startingNumber: Number(start) }),
  };
}

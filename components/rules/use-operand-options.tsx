"use client";

import { UserRound } from "lucide-react";
import type { ComboOption } from "@/components/ui/combobox";
import type { PickedColumn } from "@/lib/connections/schema";
import type { OperandInput } from "@/lib/rules/schema";
import { listed, operandWords } from "./condition-words";
import { useRuleForm } from "./form-context";
import type { OperatorChoice } from "./operators";

/** A control character, so that nothing typed or read from a sheet is taken for it. */
const VIEWER = "\u0001";

const idOf = (operand: OperandInput) =>
  typeof operand === "object" ? `${VIEWER}${JSON.stringify(operand)}` : String(operand);

/** Values as options: what of the viewer may stand here, the plan's people or the column's own, and what is typed. */
export function useOperandOptions(
  choice: OperatorChoice,
  column: PickedColumn | undefined,
  operands: readonly OperandInput[],
  viewer: readonly OperandInput[],
) {
  const { people, names, attributes } = useRuleForm();
  const isPerson = choice.value === "person";
  const viewerOptions = viewer.map(
    (operand): ComboOption => ({
      id: idOf(operand),
      label: operandWords(operand, isPerson, names),
      secondary: secondaryOf(operand, attributes.list),
      icon: <UserRound aria-hidden="true" />,
    }),
  );
  const known = isPerson
    ? people.list.map(({ email, name }) => ({ id: email, label: name, secondary: email, hasAvatar: true }))
    : (column?.options ?? []).map((option) => ({ id: option, label: option }));
  const options: ComboOption[] = [...viewerOptions, ...known];
  return {
    options,
    custom: (query: string): ComboOption | null =>
      isPerson && !query.includes("@") ? null : { id: query, label: query },
    optionOf: (operand: OperandInput): ComboOption => {
      const id = idOf(operand);
      return (
        options.find((option) => option.id === id) ?? { id, label: operandWords(operand, isPerson, names) }
      );
    },
    /** What already stood there comes back as it was, a number as a number. */
    operandOf: ({ id }: ComboOption): OperandInput =>
      [...operands, ...viewer].find((operand) => idOf(operand) === id) ?? id,
  };
}

function secondaryOf(
  operand: OperandInput,
  attributes: readonly { name: string; values: string[] }[],
): string {
  if (typeof operand !== "object") return "";
  if ("attribute" in operand) {
    const values = attributes.find(({ name }) => name === operand.attribute)?.values ?? [];
    return values.length === 0 ? "Nobody has one yet" : `Such as ${listed(values.slice(0, 3), "or")}`;
  }
  return operand.viewer === "group" ? "One of them is enough" : "Whoever looks";
}

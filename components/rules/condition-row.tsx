"use client";

import { X } from "lucide-react";
import { Combobox, type ComboOption } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Operator } from "@/lib/policy/types";
import type { DraftCondition } from "./draft-rows";
import { ANY_TYPE, choiceFor, operatorsFor } from "./operators";
import { useConditionColumns } from "./use-condition-columns";
import { ValueFields } from "./value-fields";

interface ConditionRowProps {
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove?: () => void;
}

/** One line: column, comparison, value. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { options, value, column, isKnown, nameOf, columnOf } = useConditionColumns(condition.column);
  const type = column?.type ?? ANY_TYPE;
  const offered = operatorsFor(type);
  const current = condition.operator === null ? null : choiceFor(condition.operator, type);
  const isForeign = current !== null && !offered.some(({ operator }) => operator === current.operator);
  const operators = isForeign ? [...offered, current] : offered;

  const pickColumn = (option: ComboOption | null) => {
    const name = option === null ? null : nameOf(option);
    const next = columnOf(name);
    const nextType = next?.type ?? ANY_TYPE;
    // Another type of column has other comparisons and values.
    const keeps = name !== null && condition.operator !== null && nextType === type && !next?.options;
    if (keeps) return onChange({ ...condition, column: name });
    const operator = name === null ? null : (operatorsFor(nextType)[0]?.operator ?? null);
    onChange({ key: condition.key, column: name, operator, operands: [] });
  };
  const pickOperator = (operator: Operator) => {
    const next = choiceFor(operator, type);
    const keeps = current !== null && next.value === current.value && next.takes === current.takes;
    const { key, column: name, operands } = condition;
    onChange({ key, column: name, operator, operands: keeps ? operands : [] });
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5 narrow:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,4fr)_auto]">
      <Combobox
        aria-label="Column"
        placeholder="Column"
        {...options}
        value={value}
        onValueChange={pickColumn}
        className="max-narrow:col-start-1"
      />
      <Select
        aria-label="Comparison"
        placeholder="Comparison"
        disabled={!isKnown}
        options={operators.map(({ operator, words }) => ({ value: operator, label: words }))}
        value={condition.operator}
        onValueChange={pickOperator}
        className="w-full min-w-0!"
        fieldClassName="max-narrow:col-start-1"
      />
      <div className="min-w-0 max-narrow:col-start-1">
        {current === null || current.takes === "none" ? null : (
          <ValueFields
            choice={current}
            type={type}
            column={column}
            operands={condition.operands}
            onChange={(operands) => onChange({ ...condition, operands })}
          />
        )}
      </div>
      {onRemove ? (
        <IconButton
          label="Remove this condition"
          icon={<X aria-hidden="true" />}
          onClick={onRemove}
          className="max-narrow:col-start-2 max-narrow:row-start-1"
        />
      ) : null}
    </div>
  );
}

"use client";

import { X } from "lucide-react";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Operator } from "@/lib/policy/types";
import { typeWords } from "./column-types";
import type { DraftCondition } from "./draft-rows";
import { useRuleForm } from "./form-context";
import { choiceFor, operatorsFor } from "./operators";
import { ValueFields } from "./value-fields";

interface ConditionRowProps {
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove?: () => void;
}

/** One line: column, comparison, value. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { sheetColumns } = useRuleForm();
  const column = sheetColumns.list.find(({ id }) => id === condition.columnId);
  const type = column?.type ?? "TEXT_NUMBER";
  const offered = operatorsFor(type);
  const current = condition.operator === null ? null : choiceFor(condition.operator, type);
  const isForeign = current !== null && !offered.some(({ operator }) => operator === current.operator);
  const operators = isForeign ? [...offered, current] : offered;

  const pickColumn = (columnId: string | null) => {
    const next = sheetColumns.list.find(({ id }) => id === columnId);
    const first = next ? operatorsFor(next.type)[0] : undefined;
    // Another type of column has other comparisons and values.
    if (next && column && next.type === column.type && !next.options) onChange({ ...condition, columnId });
    else onChange({ ...condition, columnId, operator: first?.operator ?? null, operands: [] });
  };
  const pickOperator = (operator: Operator) => {
    const next = choiceFor(operator, type);
    const keeps = current !== null && next.value === current.value && next.takes === current.takes;
    onChange({ ...condition, operator, operands: keeps ? condition.operands : [] });
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1.5 narrow:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,4fr)_auto]">
      <Combobox
        aria-label="Column"
        placeholder="Column"
        options={sheetColumns.list.map(({ id, title, type: each }) => ({
          id,
          label: title,
          secondary: typeWords(each),
        }))}
        value={
          condition.columnId === null
            ? null
            : { id: condition.columnId, label: column?.title ?? "A column that is gone" }
        }
        onValueChange={(next) => pickColumn(next?.id ?? null)}
        className="max-narrow:col-start-1"
      />
      <Select
        aria-label="Comparison"
        placeholder="Comparison"
        disabled={column === undefined}
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

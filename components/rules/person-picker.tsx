"use client";

import { useRuleForm } from "./form-context";
import { PickList } from "./pick-list";

/** Somebody whose sheets can be read. Who cannot be read as stays in sight, with the reason. */
export function PersonPicker({ onPicked }: { onPicked?: () => void }) {
  const { draft, change, setOpenSlot, people } = useRuleForm();
  const inOrder = [...people.list].sort(
    (a, b) => Number(a.unassumable !== null) - Number(b.unassumable !== null),
  );
  const options = inOrder.map(({ email, name, unassumable }) => ({
    id: email.toLowerCase(),
    label: name,
    secondary: unassumable ?? email,
    hasAvatar: true,
    disabled: unassumable !== null,
  }));
  return (
    <PickList
      label={draft.effect === "permit" ? "Person whose access is used" : "Person whose view is used"}
      placeholder="Name or address"
      options={options}
      value={draft.assume}
      onPick={(assume) => {
        change((before) => ({ ...before, assume }));
        if (onPicked) onPicked();
        else setOpenSlot(null);
      }}
      source={people}
      emptyText="Nobody in this plan"
    />
  );
}

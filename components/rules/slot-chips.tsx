import { ViaMark } from "@/components/access/via-mark";
import { cx } from "@/components/ui/class-names";
import { hasGap } from "./condition-words";
import type { Slot } from "./sentence";

const box = "rounded-t-small border-b-2 box-decoration-clone px-1.5 py-0.5 transition-colors duration-enter";

/** A short box stays whole; a long one wraps like the words around it. */
const LONGEST_WHOLE = 28;

interface ChipLook {
  slot: Slot;
  isBroken?: boolean;
  /** Lights up under the pointer. */
  isPressable?: boolean;
}

function lookOf({ slot, isBroken, isPressable }: ChipLook): string {
  if (isBroken) return "border-danger bg-danger-soft text-danger";
  if (slot.isDelegated)
    return cx("border-delegated bg-delegated-soft text-delegated", slot.isEmpty && "border-dashed");
  if (slot.isEmpty) return "border-dashed border-accent bg-accent-soft text-accent";
  return cx(
    "border-line-strong bg-sunken",
    isPressable && "group-hover/slot:border-ink-3 group-hover/slot:bg-hover",
  );
}

/** A slot's boxes with the joining words between them, wrapping like text. */
export function SlotChips(props: ChipLook) {
  const { slot } = props;
  const look = cx(
    box,
    lookOf(props),
    slot.slot === "reason" || slot.slot === "ticket" ? "font-normal" : "font-strong",
  );
  return slot.tokens.map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of a sentence have no name but their place.
    <span key={place}>
      {hasGap(slot.tokens[place - 1], token) ? " " : null}
      {token.kind === "plain" ? (
        token.text
      ) : (
        <span
          className={cx(
            look,
            token.text.length > LONGEST_WHOLE ? "[overflow-wrap:anywhere]" : "whitespace-nowrap",
          )}
        >
          {slot.isDelegated ? (
            <ViaMark via="delegated" className="mr-1.5 inline size-2.5 align-baseline" />
          ) : null}
          {token.text}
        </span>
      )}
    </span>
  ));
}

import type { ReactNode } from "react";
import { CheckBox, Flag, Star } from "./symbol-shapes";
import { drawingOf } from "./symbol-tables";

/** The tooltip names the value for people who cannot tell the colours apart. */
function Drawn({ width, label, children }: { width: number; label: string; children: ReactNode }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} 16`}
      width={width}
      height={16}
      className="block flex-none"
    >
      <title>{label}</title>
      {children}
    </svg>
  );
}

export function CheckMark({ symbol, isOn }: { symbol: string | undefined; isOn: boolean }) {
  const label = isOn ? "Yes" : "No";
  return (
    <Drawn width={16} label={label}>
      {symbol === "STAR" ? (
        <Star isOn={isOn} />
      ) : symbol === "FLAG" ? (
        <Flag isOn={isOn} />
      ) : (
        <CheckBox isChecked={isOn} />
      )}
    </Drawn>
  );
}

/** The drawing with the value as its name, or nothing where the value is not one of the symbol's words. */
export function symbolMark(symbol: string, value: string): ReactNode {
  const drawing = drawingOf(symbol, value);
  return drawing ? (
    <Drawn width={drawing.width} label={value}>
      {drawing.shape}
    </Drawn>
  ) : null;
}

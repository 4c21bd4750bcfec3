import type { ReactNode } from "react";

/** Fills for both themes; each stands 3:1 off the surface or carries an outline that does. */
export const FILLS = {
  red: { fill: "light-dark(#d13a32, #f0746b)" },
  amber: { fill: "light-dark(#e3a008, #e8bb4b)" },
  green: { fill: "light-dark(#2b9348, #62c47b)" },
  blue: { fill: "light-dark(#2b6fd0, #74adf2)" },
  grey: { fill: "light-dark(#8b9197, #868d94)" },
  ink: { fill: "var(--ink-2)" },
  empty: { fill: "var(--line-strong)" },
} as const;

export type FillName = keyof typeof FILLS;

const OUTLINE = "light-dark(rgb(0 0 0 / 0.28), rgb(255 255 255 / 0.22))";

export function Ball({ fill }: { fill: FillName }) {
  return <circle cx="8" cy="8" r="5.5" style={{ ...FILLS[fill], stroke: OUTLINE, strokeWidth: 0.75 }} />;
}

export function HarveyBall({ share }: { share: number }) {
  const angle = share * 2 * Math.PI;
  const x = (8 + 6 * Math.sin(angle)).toFixed(3);
  const y = (8 - 6 * Math.cos(angle)).toFixed(3);
  return (
    <>
      <circle
        cx="8"
        cy="8"
        r="6"
        style={{ fill: "var(--surface)", stroke: "var(--ink-2)", strokeWidth: 1.3 }}
      />
      {share >= 1 && <circle cx="8" cy="8" r="6" style={FILLS.ink} />}
      {share > 0 && share < 1 && (
        <path d={`M8 8V2A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`} style={FILLS.ink} />
      )}
    </>
  );
}

/** An arrow turned clockwise from "up". */
export function Arrow({ degrees, fill }: { degrees: number; fill: FillName }) {
  return <path d="M8 2l5 5.6H9.7V14H6.3V7.6H3Z" style={FILLS[fill]} transform={`rotate(${degrees} 8 8)`} />;
}

export function PriorityMark({ level }: { level: "high" | "medium" | "low" }) {
  if (level === "high") {
    return (
      <>
        <path d="M6.6 1.8h2.8l-.5 7.9H7.1Z" style={FILLS.red} />
        <circle cx="8" cy="12.8" r="1.6" style={FILLS.red} />
      </>
    );
  }
  if (level === "low") return <Arrow degrees={180} fill="blue" />;
  return <path d="M2.8 5.2h10.4v2H2.8Zm0 3.8h10.4v2H2.8Z" style={FILLS.amber} />;
}

const STAR = "M8 1.6l1.95 4.08 4.45.6-3.26 3.08.8 4.44L8 11.65 4.06 13.8l.8-4.44L1.6 6.28l4.45-.6Z";
const HEART = "M8 13.7S2 10.2 2 6.1A3.2 3.2 0 0 1 8 4.6a3.2 3.2 0 0 1 6 1.5c0 4.1-6 7.6-6 7.6Z";
const COIN =
  "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm.6 9.9h-1.2v-1c-1-.1-1.7-.6-2-1.4l1.1-.4c.2.5.7.8 1.5.8.7 0 1.1-.3 1.1-.7 0-.5-.4-.6-1.3-.8-1.1-.3-2-.6-2-1.8 0-.9.7-1.5 1.6-1.7V4.1h1.2V5c.8.1 1.4.6 1.7 1.3l-1.1.4c-.2-.4-.6-.6-1.2-.6s-1 .2-1 .6c0 .4.4.5 1.3.7 1.1.3 2 .6 2 1.9 0 .9-.7 1.5-1.7 1.7Z";
const DOT = "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z";

export const REPEATED: Record<string, { path: string; fill: FillName }> = {
  STAR_RATING: { path: STAR, fill: "amber" },
  HEARTS: { path: HEART, fill: "red" },
  MONEY: { path: COIN, fill: "green" },
  EFFORT: { path: DOT, fill: "blue" },
};

/** Five marks of which `count` are filled. */
export function Repeated({ count, path, fill }: { count: number; path: string; fill: FillName }): ReactNode {
  return [0, 1, 2, 3, 4].map((place) => (
    <path
      key={place}
      d={path}
      transform={`translate(${place * 15} 0)`}
      style={place < count ? FILLS[fill] : FILLS.empty}
    />
  ));
}

export function ProgressBar({ share }: { share: number }) {
  return (
    <>
      <rect x="0.5" y="4.5" width="63" height="7" rx="3.5" style={FILLS.empty} />
      {share > 0 && (
        <rect
          x="0.5"
          y="4.5"
          width={63 * share}
          height="7"
          rx="3.5"
          style={share >= 1 ? FILLS.green : FILLS.blue}
        />
      )}
    </>
  );
}

export function SignalBars({ share }: { share: number }) {
  const lit = Math.round(share * 4);
  return [0, 1, 2, 3].map((bar) => (
    <rect
      key={bar}
      x={1.5 + bar * 3.5}
      y={11 - bar * 3}
      width="2.5"
      height={3 + bar * 3}
      rx="0.7"
      style={bar < lit ? FILLS.ink : FILLS.empty}
    />
  ));
}

const LINE = { fill: "none", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" } as const;

export function Decision({ answer, hasShape }: { answer: "yes" | "hold" | "no"; hasShape: boolean }) {
  const fill = ({ yes: "green", hold: "amber", no: "red" } as const)[answer];
  if (hasShape) {
    if (answer === "yes") return <circle cx="8" cy="8" r="6" style={FILLS[fill]} />;
    if (answer === "hold") return <path d="M8 1.8l6.6 11.9H1.4Z" style={FILLS[fill]} />;
    return <path d="M8 1.5L14.5 8 8 14.5 1.5 8Z" style={FILLS[fill]} />;
  }
  const stroke = { ...LINE, stroke: FILLS[fill].fill };
  if (answer === "yes") return <path d="M3 8.6l3.3 3.3L13 4.8" style={stroke} />;
  if (answer === "no") return <path d="M4 4l8 8M12 4l-8 8" style={stroke} />;
  return <path d="M5.5 4v8M10.5 4v8" style={stroke} />;
}

export function CheckBox({ isChecked }: { isChecked: boolean }) {
  if (!isChecked) {
    return (
      <rect
        x="2.2"
        y="2.2"
        width="11.6"
        height="11.6"
        rx="3"
        style={{ fill: "none", stroke: "var(--line-field)" }}
      />
    );
  }
  return (
    <>
      <rect x="1.7" y="1.7" width="12.6" height="12.6" rx="3.2" style={{ fill: "var(--accent)" }} />
      <path d="M4.8 8.2l2.3 2.3 4.2-4.7" style={{ ...LINE, stroke: "var(--accent-ink)", strokeWidth: 1.7 }} />
    </>
  );
}

export function Star({ isOn }: { isOn: boolean }) {
  return (
    <path
      d={STAR}
      style={isOn ? FILLS.amber : { fill: "none", stroke: "var(--line-field)", strokeWidth: 1 }}
    />
  );
}

export function Flag({ isOn }: { isOn: boolean }) {
  const style = isOn ? FILLS.red : { fill: "none", stroke: "var(--line-field)", strokeWidth: 1 };
  return (
    <>
      <path
        d="M3.5 2v12.5"
        style={{ stroke: isOn ? FILLS.red.fill : "var(--line-field)", strokeWidth: 1.4 }}
      />
      <path d="M4.2 2.6h8.6L10.6 6l2.2 3.4H4.2Z" style={style} />
    </>
  );
}

export function Faces({ level }: { level: number }) {
  const fill = (["green", "green", "amber", "amber", "red", "red"] as const)[level] ?? "grey";
  const mouth = 10.8 - level * 0.1;
  const bend = mouth + (2.5 - level) * 0.9;
  return (
    <>
      <circle cx="8" cy="8" r="6.3" style={FILLS[fill]} />
      <path
        d={`M5 ${mouth}Q8 ${bend} 11 ${mouth}M5.7 6v.6M10.3 6v.6`}
        style={{ ...LINE, stroke: "light-dark(#fff, #191c1f)", strokeWidth: 1.4 }}
      />
    </>
  );
}

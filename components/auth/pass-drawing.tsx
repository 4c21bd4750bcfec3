const rows = [0, 1, 2, 3, 4, 5, 6];
/** Lengths of what stands in the two open columns, as a real sheet has them: ragged. */
const first = [46, 38, 50, 32, 44, 40, 48];
const second = [30, 22, 34, 26, 18, 30, 24];

/** A sheet of five columns, of which a pass opens two; the rest is absent, not struck out. */
export function PassDrawing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 260 220" fill="none" className={className} aria-hidden="true">
      {/* The whole sheet, somewhere else. */}
      <rect
        x="14.5"
        y="20.5"
        width="231"
        height="176"
        rx="8"
        className="stroke-line-strong"
        strokeDasharray="2 4"
      />
      {[0, 1, 2].map((column) => (
        <path
          key={column}
          d={`M${[152.5, 183.5, 214.5][column]} 20.5v176`}
          className="stroke-line-strong"
          strokeDasharray="2 4"
        />
      ))}
      {/* What the pass opens. */}
      <path
        d="M14 28a8 8 0 0 1 8-8h122a8 8 0 0 1 8 8v72a9 9 0 0 0 0 18v71a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8Z"
        className="fill-surface stroke-accent"
        strokeWidth="1.5"
      />
      <path d="M14 43h138M92.5 20v177" className="stroke-line" />
      <path d="M26 31.5h26M104 31.5h20" className="stroke-accent" strokeWidth="4" strokeLinecap="round" />
      {rows.map((row) => {
        const y = 57 + row * 21;
        return (
          <g key={row}>
            {row > 0 ? <path d={`M15 ${y - 10.5}h${row === 3 ? 128 : 136}`} className="stroke-line" /> : null}
            <path
              d={`M26 ${y}h${first[row]}M104 ${y}h${second[row]}`}
              className="stroke-line-field opacity-55"
              strokeWidth="4"
              strokeLinecap="round"
            />
          </g>
        );
      })}
      {/* The mark that says how one reaches it. */}
      <g>
        <rect x="170" y="97" width="68" height="24" rx="12" className="fill-delegated-soft" />
        <path d="M185 103.5 190.5 109 185 114.5 179.5 109Z" className="fill-delegated" />
        <path d="M198 109h27" className="stroke-delegated" strokeWidth="4" strokeLinecap="round" />
        <path d="M158 109h6" className="stroke-delegated" strokeWidth="1.5" strokeLinecap="round" />
      </g>
    </svg>
  );
}

import type { ReactNode } from "react";
import {
  Arrow,
  Ball,
  Decision,
  Faces,
  FILLS,
  type FillName,
  HarveyBall,
  PriorityMark,
  ProgressBar,
  REPEATED,
  Repeated,
  SignalBars,
} from "./symbol-shapes";
import { countOf, shareOf, symbolWord } from "./symbol-values";

/** Width in the units of a 16-unit high box. */
export interface Drawing {
  width: number;
  shape: ReactNode;
}

const square = (shape: ReactNode): Drawing => ({ width: 16, shape });

const BALLS: Record<string, FillName> = {
  red: "red",
  yellow: "amber",
  green: "green",
  blue: "blue",
  gray: "grey",
  grey: "grey",
};

const ARROWS: Record<string, [number, FillName]> = {
  up: [0, "green"],
  "angle up": [45, "green"],
  sideways: [90, "amber"],
  unchanged: [90, "amber"],
  right: [90, "ink"],
  "angle down": [135, "amber"],
  down: [180, "red"],
  left: [270, "ink"],
};

const SLOPES: Record<string, ReactNode> = {
  "green circle": <Ball fill="green" />,
  "blue square": <path d="M3 3h10v10H3Z" style={FILLS.blue} />,
  "black diamond": <path d="M8 1.5L14.5 8 8 14.5 1.5 8Z" style={FILLS.ink} />,
  "double black diamond": <path d="M4.5 4L8 8l-3.5 4L1 8Zm7 0L15 8l-3.5 4L8 8Z" style={FILLS.ink} />,
};

const PLAYER: Record<string, ReactNode> = {
  play: <path d="M4 2.5L13 8l-9 5.5Z" style={FILLS.green} />,
  pause: <path d="M4 3h3v10H4Zm5 0h3v10H9Z" style={FILLS.amber} />,
  stop: <path d="M3.5 3.5h9v9h-9Z" style={FILLS.red} />,
  rewind: <path d="M8 3v10L1 8Zm7 0v10L8 8Z" style={FILLS.ink} />,
  "fast forward": <path d="M8 3v10l7-5ZM1 3v10l7-5Z" style={FILLS.ink} />,
};

const CLOUD = "M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.7.8 2.6 2.6 0 0 1-.4 5.2Z";
const RAIN = { stroke: FILLS.blue.fill, strokeWidth: 1.3, strokeLinecap: "round" } as const;
const sun = (x: number, y: number, r: number) => <circle cx={x} cy={y} r={r} style={FILLS.amber} />;
const cloud = <path d={CLOUD} style={FILLS.grey} />;

const WEATHER: Record<string, ReactNode> = {
  sunny: sun(8, 8, 5),
  "partly sunny": [<g key="sun">{sun(11, 5.5, 3.5)}</g>, <g key="cloud">{cloud}</g>],
  cloudy: cloud,
  rainy: [
    <g key="cloud">{cloud}</g>,
    <path key="rain" d="M5.5 13.5v1.5M8 13.5v2M10.5 13.5v1.5" style={RAIN} />,
  ],
  stormy: [
    <g key="cloud">{cloud}</g>,
    <path key="bolt" d="M9 9l-3 4h2l-1 3 3.5-4h-2L9.5 9Z" style={FILLS.amber} />,
  ],
};

const PAINS = ["no pain", "mild", "moderate", "severe", "very severe", "worst"];

function fromTable(table: Record<string, ReactNode>, word: string): Drawing | null {
  const shape = Object.hasOwn(table, word) ? table[word] : undefined;
  return shape === undefined ? null : square(shape);
}

function arrow(word: string): Drawing | null {
  const turned = Object.hasOwn(ARROWS, word) ? ARROWS[word] : undefined;
  return turned ? square(<Arrow degrees={turned[0]} fill={turned[1]} />) : null;
}

/** The drawing of a value in a symbol column; null for a value the symbol does not know, which is then shown as text. */
export function drawingOf(symbol: string, value: string): Drawing | null {
  const word = symbolWord(value);
  switch (symbol) {
    case "RYG":
    case "RYGB":
    case "RYGG": {
      const fill = Object.hasOwn(BALLS, word) ? BALLS[word] : undefined;
      return fill ? square(<Ball fill={fill} />) : null;
    }
    case "HARVEY_BALLS": {
      const share = shareOf(value);
      return share === null ? null : square(<HarveyBall share={share} />);
    }
    case "PROGRESS": {
      const share = shareOf(value);
      return share === null ? null : { width: 64, shape: <ProgressBar share={share} /> };
    }
    case "SIGNAL": {
      const share = shareOf(value);
      return share === null ? null : square(<SignalBars share={share} />);
    }
    case "STAR_RATING":
    case "HEARTS":
    case "MONEY":
    case "EFFORT": {
      const count = countOf(value);
      const mark = REPEATED[symbol];
      return count === null || !mark ? null : { width: 76, shape: <Repeated count={count} {...mark} /> };
    }
    case "PRIORITY":
    case "PRIORITY_HML":
      return word === "high" || word === "medium" || word === "low"
        ? square(<PriorityMark level={word} />)
        : null;
    case "DECISION_SYMBOLS":
    case "DECISION_SHAPES":
      return word === "yes" || word === "hold" || word === "no"
        ? square(<Decision answer={word} hasShape={symbol === "DECISION_SHAPES"} />)
        : null;
    case "PAIN": {
      const level = PAINS.indexOf(word);
      return level < 0 ? null : square(<Faces level={level} />);
    }
    case "SKI":
      return fromTable(SLOPES, word);
    case "VCR":
      return fromTable(PLAYER, word);
    case "WEATHER":
      return fromTable(WEATHER, word);
    default:
      return /^(ARROWS|DIRECTIONS)_\d_WAY$/.test(symbol) ? arrow(word) : null;
  }
}

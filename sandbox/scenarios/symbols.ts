/** The words cells of a symbol column hold. Smartsheet documents only the names; the words are as seen on its screens. */
export const SYMBOLS: Record<string, string[]> = {
  ARROWS_3_WAY: ["Up", "Sideways", "Down"],
  ARROWS_4_WAY: ["Up", "Angle Up", "Angle Down", "Down"],
  ARROWS_5_WAY: ["Up", "Angle Up", "Sideways", "Angle Down", "Down"],
  DECISION_SHAPES: ["Yes", "Hold", "No"],
  DECISION_SYMBOLS: ["Yes", "Hold", "No"],
  DIRECTIONS_3_WAY: ["Up", "Unchanged", "Down"],
  DIRECTIONS_4_WAY: ["Up", "Down", "Left", "Right"],
  EFFORT: ["Empty", "One", "Two", "Three", "Four", "Five"],
  HARVEY_BALLS: ["Empty", "Quarter", "Half", "Three Quarter", "Full"],
  HEARTS: ["Empty", "One", "Two", "Three", "Four", "Five"],
  MONEY: ["Empty", "One", "Two", "Three", "Four", "Five"],
  PAIN: ["No Pain", "Mild", "Moderate", "Severe", "Very Severe", "Extreme"],
  PRIORITY: ["High", "Low"],
  PRIORITY_HML: ["High", "Medium", "Low"],
  PROGRESS: ["Empty", "Quarter", "Half", "Three Quarter", "Full"],
  RYG: ["Red", "Yellow", "Green"],
  RYGB: ["Red", "Yellow", "Green", "Blue"],
  RYGG: ["Red", "Yellow", "Green", "Gray"],
  SIGNAL: ["Empty", "Quarter", "Half", "Three Quarter", "Full"],
  SKI: ["Green Circle", "Blue Square", "Black Diamond", "Double Black Diamond"],
  STAR_RATING: ["Empty", "One", "Two", "Three", "Four", "Five"],
  VCR: ["Rewind", "Play", "Pause", "Stop", "Fast Forward"],
  WEATHER: ["Sunny", "Partly Sunny", "Cloudy", "Rainy", "Stormy"],
};

/** Of checkbox columns: the box is drawn as a flag or a star. */
export const CHECKBOX_SYMBOLS = ["FLAG", "STAR"];

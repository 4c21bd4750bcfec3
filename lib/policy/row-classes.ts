import type { RowId } from "./ids";
import type { JoinedRows } from "./join-rows";
import type { Layer, Reading } from "./layers";
import type { RowPredicate } from "./match-rows";
import type { SourceRow } from "./sheet";
import type { Hits } from "./shown-columns";

/** Rows that the same layers hit show the same columns, so what shows is worked out once for each such class. */
export interface RowClasses {
  hits: readonly Hits[];
  /** The class of each row, by its place among the joined rows. */
  of: Uint32Array;
}

/** A yes or no for each row. */
type Column = Uint8Array;

export function rowClasses(readings: readonly Reading[], rows: JoinedRows): RowClasses {
  const questions = readings.map((reading, place) => questionsOf(reading, rows, place));
  const asked = questions.flatMap(({ present, hit }) =>
    [present, ...hit].filter((answers) => answers !== null),
  );
  const hits: Hits[] = [];
  const of = new Uint32Array(rows.main.length);
  // A tree of yes and no instead of a text for each row: as many steps, and nothing to build.
  const root: Node = { yes: null, no: null, place: -1 };
  for (let row = 0; row < of.length; row++) {
    let node = root;
    for (const answers of asked) {
      if (answers[row] === 1) node = node.yes ??= { yes: null, no: null, place: -1 };
      else node = node.no ??= { yes: null, no: null, place: -1 };
    }
    if (node.place < 0) {
      node.place = hits.length;
      hits.push(questions.map(({ present, hit }) => hitsOf(present, hit, row)));
    }
    of[row] = node.place;
  }
  return { hits, of };
}

interface Node {
  yes: Node | null;
  no: Node | null;
  /** Place of the class that ends here, -1 while there is none. */
  place: number;
}

/** `present`: null where the answer has every row; `hit`: for each layer, null where it hits every row there is. */
interface Questions {
  present: Column | null;
  hit: (Column | null)[];
}

function questionsOf({ layers }: Reading, rows: JoinedRows, place: number): Questions {
  const answers = rows.answers[place] ?? [];
  const present = answers.includes(undefined) ? Uint8Array.from(answers, (row) => (row ? 1 : 0)) : null;
  return { present, hit: layers.map((layer) => rowsHit(layer, answers)) };
}

function hitsOf(present: Column | null, hit: readonly (Column | null)[], row: number): boolean[] | null {
  if (present !== null && present[row] !== 1) return null;
  return hit.map((answers) => answers === null || answers[row] === 1);
}

function rowsHit({ matches, parents }: Layer, answers: readonly (SourceRow | undefined)[]): Column | null {
  if (matches === null) return null;
  const hit = matchAll(matches, answers);
  if (parents) addAncestors(hit, answers);
  return hit;
}

function matchAll(matches: RowPredicate, answers: readonly (SourceRow | undefined)[]): Column {
  const hit = new Uint8Array(answers.length);
  for (let place = 0; place < answers.length; place++) {
    const row = answers[place];
    if (row !== undefined && matches(row)) hit[place] = 1;
  }
  return hit;
}

/** Walks up from every row that is hit; who meets a hit row on the way may stop, as that one was walked from itself. */
function addAncestors(hit: Column, answers: readonly (SourceRow | undefined)[]): void {
  const places = new Map<RowId, number>();
  for (const [place, row] of answers.entries()) if (row) places.set(row.id, place);
  const matched = hit.slice();
  for (const [place, row] of answers.entries()) {
    if (matched[place] !== 1) continue;
    let above = row?.parentId ?? null;
    while (above !== null) {
      const at = places.get(above);
      if (at === undefined || hit[at] === 1) break;
      hit[at] = 1;
      above = answers[at]?.parentId ?? null;
    }
  }
}

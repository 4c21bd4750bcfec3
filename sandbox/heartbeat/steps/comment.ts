import type { ChangeEvent } from "../../store/changes";
import type { Sheet } from "../../store/sheet";
import type { Comment, Discussion, Person } from "../../store/types";
import { type Beat, pickPerson, type Step, workSheets } from "../beat";
import { COMMENTS, REPLIES } from "../words";
import { numberOf } from "./write";

const REPLY = 0.4;

/** Starts a discussion on a row, or answers in one. */
export const comment: Step = (beat) => {
  const sheets = workSheets(beat);
  if (sheets.length === 0) return null;
  const sheet = beat.random.pick(sheets);
  const by = pickPerson(beat, sheet, "COMMENTER");
  if (!by) return null;
  const open = sheet.discussions.filter(({ parent }) => parent.type === "ROW" && sheet.row(parent.rowId));
  return open.length > 0 && beat.random.chance(REPLY)
    ? reply(beat, sheet, by, beat.random.pick(open))
    : start(beat, sheet, by);
};

function start(beat: Beat, sheet: Sheet, by: Person): string {
  const row = beat.random.pick(sheet.rows);
  const said = newComment(beat, sheet, by, COMMENTS);
  const id = sheet.nextId("discussion");
  sheet.discussions.push({ id, parent: { type: "ROW", rowId: row.id }, comments: [said], createdBy: by });
  tell(beat, sheet, by, [
    { objectType: "discussion", eventType: "created", id },
    { objectType: "comment", eventType: "created", id: said.id, discussionId: id },
  ]);
  return `${by.name} commented on row ${numberOf(sheet, row)} in ${sheet.name}: ${said.text}`;
}

function reply(beat: Beat, sheet: Sheet, by: Person, { id, parent, comments }: Discussion): string {
  const said = newComment(beat, sheet, by, REPLIES);
  comments.push(said);
  tell(beat, sheet, by, [{ objectType: "comment", eventType: "created", id: said.id, discussionId: id }]);
  const row = parent.type === "ROW" ? sheet.row(parent.rowId) : undefined;
  const where = row ? `on row ${numberOf(sheet, row)} in ${sheet.name}` : `in ${sheet.name}`;
  return `${by.name} answered ${where}: ${said.text}`;
}

function newComment({ sandbox, random }: Beat, sheet: Sheet, by: Person, words: string[]): Comment {
  const at = sandbox.clock();
  return {
    id: sheet.nextId("comment"),
    text: random.pick(words),
    createdAt: at,
    modifiedAt: at,
    createdBy: by,
  };
}

function tell({ sandbox }: Beat, sheet: Sheet, by: Person, events: ChangeEvent[]): void {
  sandbox.changes.commit({ sheet, by, at: sandbox.clock(), events });
}

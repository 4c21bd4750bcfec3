import "server-only";
import { listPauses } from "@/db/queries/pauses";
import { findPerson } from "@/lib/auth/person";
import { type Clock, dayIn, wallClock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import { pausedFacts } from "@/lib/pauses/facts";
import type { LinkId, SheetId, UserId } from "@/lib/policy/ids";
import { decideWith } from "@/lib/policy/index-rules";
import type { AccessRequest, Action, Decision, Facts, OwnAccess, Person } from "@/lib/policy/types";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { KnownTree } from "@/lib/tree/known-tree";
import type { TreeService } from "@/lib/tree/service";

export interface Question {
  userId: UserId;
  sheetId: SheetId;
  action: Action;
  own: OwnAccess;
  link?: LinkId | null;
}

/** A decision with all it was made from, so that it can be told later. */
export interface Judged {
  decision: Decision;
  /** Null for somebody who never signed in. */
  request: AccessRequest | null;
  facts: Facts;
  book: RuleBook;
}

export interface Decider {
  /** Judges now, with the rules, people, pauses and places as they stand (I02, I04). */
  judge(question: Question, context: ReadContext | null): Promise<Judged>;
  /** The facts of this moment without a question. `at`: judge another moment. */
  factsAt(at?: Date): Promise<Omit<Facts, "own">>;
  /** Rules and places as they stand. Without a context (whose request it is) Smartsheet is not asked where things lie. */
  policyNow(context: ReadContext | null): Promise<{ book: RuleBook; tree: KnownTree }>;
  /** Judges for a person who is at hand, as of the facts given. */
  judgeWith(
    person: Person,
    question: Pick<Question, "sheetId" | "action" | "own" | "link">,
    known: { book: RuleBook; tree: KnownTree; facts: Omit<Facts, "own"> },
  ): Judged;
}

export function createDecider(parts: {
  clock: Clock;
  timeZone: string;
  ruleBook: () => Promise<RuleBook>;
  tree: TreeService;
}): Decider {
  const { clock, timeZone, ruleBook, tree } = parts;

  async function factsAt(at: Date = clock.now()): Promise<Omit<Facts, "own">> {
    return {
      now: at.toISOString(),
      today: dayIn(timeZone, at),
      clock: wallClock(timeZone, at),
      ...pausedFacts(await listPauses()),
    };
  }

  async function policyNow(context: ReadContext | null) {
    const book = await ruleBook();
    return { book, tree: context ? await tree.current(book, context) : await tree.kept(book) };
  }

  const judgeWith: Decider["judgeWith"] = (person, question, { book, tree: places, facts }) => {
    const { sheetId, action, own, link } = question;
    const within = places.withinOf({ asset: "sheet", sheetId });
    const request: AccessRequest = { person, sheetId, within, link: link ?? null, action };
    const all = { ...facts, own };
    return { decision: decideWith(book.index, request, all), request, facts: all, book };
  };

  return {
    factsAt,
    policyNow,
    judgeWith,
    async judge(question, context) {
      const known = await policyNow(context);
      // Read last, so that nothing judged here is older than the wait for the places.
      const facts = await factsAt();
      const book = await ruleBook();
      const person = await findPerson(question.userId, clock.now());
      if (!person) {
        const decision: Decision = { effect: "deny", reason: "person_disabled", because: [] };
        return { decision, request: null, facts: { ...facts, own: question.own }, book };
      }
      return judgeWith(person, question, { book, tree: known.tree, facts });
    },
  };
}

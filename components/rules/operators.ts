import { TAKES_SEVERAL } from "@/lib/policy/operands";
import type { Operator, ViewerFact } from "@/lib/policy/types";
import type { OperandInput } from "@/lib/rules/schema";

/** Stands for the type of a column known by its title alone: each sheet may hold something else under it. */
export const ANY_TYPE = "ANY";

/** What is asked for beside the operator. */
export type ValueKind = "none" | "text" | "option" | "person" | "date" | "days";

export interface OperatorChoice {
  operator: Operator;
  /** As the sentence says it, the column before and the value after: "Start date **is after** 1 May". */
  words: string;
  takes: "none" | "one" | "two" | "list";
  value: ValueKind;
}

type Row = readonly [Operator, string, OperatorChoice["takes"], ValueKind?];

const blank: Row[] = [
  ["IS_BLANK", "is blank", "none"],
  ["IS_NOT_BLANK", "is not blank", "none"],
];

const text: Row[] = [
  ["EQUAL", "is", "one"],
  ["NOT_EQUAL", "is not", "one"],
  ["CONTAINS", "contains", "one"],
  ["DOES_NOT_CONTAIN", "does not contain", "one"],
  ["IS_ONE_OF", "is one of", "list"],
  ["IS_NOT_ONE_OF", "is not one of", "list"],
  ["GREATER_THAN", "is greater than", "one"],
  ["GREATER_THAN_OR_EQUAL", "is at least", "one"],
  ["LESS_THAN", "is less than", "one"],
  ["LESS_THAN_OR_EQUAL", "is at most", "one"],
  ["BETWEEN", "is between", "two"],
  ["NOT_BETWEEN", "is not between", "two"],
  ...blank,
  ["IS_NUMBER", "is a number", "none"],
  ["IS_NOT_NUMBER", "is not a number", "none"],
];

const date: Row[] = [
  ["EQUAL", "is", "one", "date"],
  ["NOT_EQUAL", "is not", "one", "date"],
  ["GREATER_THAN", "is after", "one", "date"],
  ["GREATER_THAN_OR_EQUAL", "is on or after", "one", "date"],
  ["LESS_THAN", "is before", "one", "date"],
  ["LESS_THAN_OR_EQUAL", "is on or before", "one", "date"],
  ["BETWEEN", "is between", "two", "date"],
  ["NOT_BETWEEN", "is not between", "two", "date"],
  ["TODAY", "is today", "none"],
  ["NOT_TODAY", "is not today", "none"],
  ["PAST", "is in the past", "none"],
  ["NOT_PAST", "is not in the past", "none"],
  ["FUTURE", "is in the future", "none"],
  ["NOT_FUTURE", "is not in the future", "none"],
  ["LAST_N_DAYS", "is in the last", "one", "days"],
  ["NOT_LAST_N_DAYS", "is not in the last", "one", "days"],
  ["NEXT_N_DAYS", "is in the next", "one", "days"],
  ["NOT_NEXT_N_DAYS", "is not in the next", "one", "days"],
  ...blank,
  ["IS_DATE", "is a date", "none"],
  ["IS_NOT_DATE", "is not a date", "none"],
];

const option: Row[] = [
  ["EQUAL", "is", "one", "option"],
  ["NOT_EQUAL", "is not", "one", "option"],
  ["IS_ONE_OF", "is one of", "list", "option"],
  ["IS_NOT_ONE_OF", "is not one of", "list", "option"],
  ["CONTAINS", "contains", "one", "text"],
  ...blank,
];

// A cell of several values is compared by membership, so "is" would promise more than it does.
const options: Row[] = [
  ["EQUAL", "includes", "one", "option"],
  ["NOT_EQUAL", "does not include", "one", "option"],
  ["IS_ONE_OF", "includes one of", "list", "option"],
  ["HAS_ANY_OF", "has any of", "list", "option"],
  ["HAS_ALL_OF", "has all of", "list", "option"],
  ["HAS_NONE_OF", "has none of", "list", "option"],
  ["NOT_ALL_OF", "does not have all of", "list", "option"],
  ["MULTI_IS_EQUAL", "is exactly", "list", "option"],
  ["MULTI_IS_NOT_EQUAL", "is not exactly", "list", "option"],
  ...blank,
];

const person: Row[] = [
  ["EQUAL", "is", "one", "person"],
  ["NOT_EQUAL", "is not", "one", "person"],
  ["IS_ONE_OF", "is one of", "list", "person"],
  ["CONTAINS", "has in the name or address", "one", "text"],
  ...blank,
];

const people: Row[] = [
  ["EQUAL", "includes", "one", "person"],
  ["NOT_EQUAL", "does not include", "one", "person"],
  ["IS_ONE_OF", "includes one of", "list", "person"],
  ["CONTAINS", "has in a name or address", "one", "text"],
  ...blank,
];

const box: Row[] = [
  ["IS_CHECKED", "is checked", "none"],
  ["IS_NOT_CHECKED", "is not checked", "none"],
];

const plain: Row[] = [
  ["EQUAL", "is", "one"],
  ["NOT_EQUAL", "is not", "one"],
  ["CONTAINS", "contains", "one"],
  ...blank,
];

const distinct = (rows: readonly Row[]) =>
  rows.filter(([operator], place) => rows.findIndex(([other]) => other === operator) === place);

/** All there are, in the words that fit any column. */
const every = distinct([...text, ...date, ...box, ...options]);

const byType: Record<string, readonly Row[]> = {
  TEXT_NUMBER: text,
  DATE: date,
  DATETIME: date,
  ABSTRACT_DATETIME: date,
  CHECKBOX: box,
  PICKLIST: option,
  MULTI_PICKLIST: options,
  CONTACT_LIST: person,
  MULTI_CONTACT_LIST: people,
  DURATION: plain,
  PREDECESSOR: plain,
  [ANY_TYPE]: every,
};

const choiceOf = ([operator, words, takes, value]: Row): OperatorChoice => ({
  operator,
  words,
  takes,
  value: takes === "none" ? "none" : (value ?? "text"),
});

/** Comparisons that make sense for a column of this type, in the order one would look for them. */
export function operatorsFor(type: string): OperatorChoice[] {
  return (byType[type] ?? plain).map(choiceOf);
}

/** An operator's words and values; one the type does not offer (a rule made elsewhere) keeps its general words. */
export function choiceFor(operator: Operator, type: string): OperatorChoice {
  const row = [...(byType[type] ?? plain), ...every].find(([name]) => name === operator);
  return row ? choiceOf(row) : { operator, words: operator, takes: "one", value: "text" };
}

const TEXT_TYPES: readonly string[] = ["TEXT_NUMBER", "PICKLIST", "MULTI_PICKLIST", ANY_TYPE];
const CONTACT_TYPES: readonly string[] = ["CONTACT_LIST", "MULTI_CONTACT_LIST"];
const FACT_OPERATORS: readonly Operator[] = ["EQUAL", "NOT_EQUAL", "CONTAINS", "IS_ONE_OF"];

/**
 * What of the viewer may stand in place of a value: an address, a name or a domain where the cell can hold one, not
 * where it holds a date; their groups and attributes, which stand for several values, only where that has a meaning.
 */
export function viewerOperandsFor(
  type: string,
  operator: Operator,
  attributes: readonly string[] = [],
): OperandInput[] {
  const isContact = CONTACT_TYPES.includes(type);
  if (!isContact && !TEXT_TYPES.includes(type)) return [];
  const facts = FACT_OPERATORS.includes(operator) ? factsFor(isContact && operator !== "CONTAINS") : [];
  const several = TAKES_SEVERAL.has(operator)
    ? [
        ...(isContact ? [] : [{ viewer: "group" as const }]),
        ...attributes.map((attribute) => ({ attribute })),
      ]
    : [];
  return [...facts.map((viewer) => ({ viewer })), ...several];
}

function factsFor(isAddressOnly: boolean): ViewerFact[] {
  return isAddressOnly ? ["email"] : ["email", "domain", "name"];
}

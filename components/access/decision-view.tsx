import { reasonWords } from "@/components/audit/reason-words";
import { exactTime } from "@/components/ui/relative-text";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import type { ExplainAnswer, TraceNames } from "@/lib/access/schema";
import type { DecisionRecord, UpstreamCall } from "@/lib/decisions/record";
import { DecisionAnswer } from "./decision-answer";
import { DecisionFacts } from "./decision-facts";
import { DecisionPart } from "./decision-part";
import { DecisionRules } from "./decision-rules";
import { traceLines } from "./decision-trace";
import { type Fact, factsOf } from "./fact-words";
import { countWords } from "./who-words";

interface DecisionViewProps {
  record: DecisionRecord;
  names: TraceNames;
  /** What its rules say today. */
  rules: ExplainAnswer["rules"];
  timeZone: string;
}

/** One decision as it was made: the answer, what was known, what each rule said, what was asked and what went out. */
export function DecisionView({ record, names, rules, timeZone }: DecisionViewProps) {
  return (
    <article aria-label="The decision" className="px-6 pb-8 max-narrow:px-4">
      <DecisionAnswer record={record} addresses={names.addresses} timeZone={timeZone} />
      <DecisionPart title="What went out">
        <WentOut record={record} />
      </DecisionPart>
      <DecisionPart title="What was known">
        <DecisionFacts facts={[...askedFacts(record), ...factsOf(record, { ...names, timeZone }, false)]} />
      </DecisionPart>
      <DecisionPart title="What each rule said">
        <DecisionRules lines={traceLines(record)} notes={rules} />
      </DecisionPart>
      <DecisionPart title="What was asked in Smartsheet">
        <Calls calls={record.calls} names={names} />
      </DecisionPart>
      <p className="mt-6 text-s text-ink-3">
        Decided {exactTime(new Date(record.at), timeZone)} in {record.tookMs.toLocaleString("en")} ms, with
        what was asked. Request <span className="font-mono select-all">{record.id}</span>. Decisions are kept
        for 90 days.
      </p>
    </article>
  );
}

/** How the request came, where it was not the person themselves. */
function askedFacts({ asked }: DecisionRecord): Fact[] {
  return [
    ...(asked.link === null
      ? []
      : [{ label: "Came by", text: `share link ${asked.link}, with its maker's access` }]),
    ...(asked.viewedBy === null
      ? []
      : [{ label: "Looked at by", text: `${asked.viewedBy}, as this person` }]),
  ];
}

function WentOut({ record: { projection } }: { record: DecisionRecord }) {
  if (projection === null) return <p className="text-ink-2">Nothing.</p>;
  const { columnIds, maskedIds, rows, totalRows } = projection;
  const masked = maskedIds.length === 0 ? "" : `, ${maskedIds.length.toLocaleString("en")} of them masked`;
  return (
    <>
      <p className="tabular-nums">
        {countWords(columnIds.length, "column", "columns")}
        {masked}; {countWords(rows, "row", "rows")}
        {rows === totalRows ? null : ` of ${totalRows.toLocaleString("en")} open to them`}.
      </p>
      <details className="mt-1">
        <summary className="w-fit cursor-default rounded-small text-s text-accent">Column ids</summary>
        <p className="mt-1 font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">{columnIds.join(" ")}</p>
      </details>
    </>
  );
}

function Calls({ calls, names }: { calls: readonly UpstreamCall[]; names: TraceNames }) {
  if (calls.length === 0)
    return <p className="text-ink-2">Nothing: a copy was fresh enough, or none was needed.</p>;
  return (
    <div className="-mx-6 max-narrow:-mx-4">
      <Table label="What was asked in Smartsheet, in order">
        <TableHead>
          <HeaderCell>What</HeaderCell>
          <HeaderCell>As</HeaderCell>
          <HeaderCell isNumeric>Columns</HeaderCell>
          <HeaderCell>Outcome</HeaderCell>
          <HeaderCell isNumeric>Time</HeaderCell>
        </TableHead>
        <tbody>
          {calls.map((call, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls have no name of their own, and a record never changes.
            <TableRow key={at}>
              <Cell>{call.what === "sheet" ? "The sheet" : "Where it lies"}</Cell>
              <Cell>{asWhom(call, names)}</Cell>
              <Cell isNumeric>{call.columns === null ? "all" : call.columns.toLocaleString("en")}</Cell>
              <Cell>{call.outcome === "ok" ? "answered" : reasonWords(call.outcome)}</Cell>
              <Cell isNumeric className="whitespace-nowrap">
                {call.ms.toLocaleString("en")} ms
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function asWhom({ lane, assume, connectionId }: UpstreamCall, names: TraceNames): string {
  if (lane === "own") return "their own account";
  const name = assume === null ? "nobody" : (names.addresses[assume.toLowerCase()] ?? assume);
  return connectionId === null ? name : `${name}, through ${names.connections[connectionId] ?? connectionId}`;
}

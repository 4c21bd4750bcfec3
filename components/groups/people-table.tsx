"use client";

import { Download, FileUp, TableProperties } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { importAttributes } from "@/lib/groups/actions";
import { CsvDialog } from "./csv-dialog";
import { attributeLines, countWords } from "./group-words";
import { peopleCsv } from "./people-csv";
import { saveText } from "./save-text";

interface PeopleTableProps {
  rows: readonly { email: string; name: string; value: string }[];
}

/** What is known here about people beyond Smartsheet: region, cost centre. Conditions of rules compare with it. */
export function PeopleTable({ rows }: PeopleTableProps) {
  const lines = attributeLines(rows);
  const people = new Set(rows.map(({ email }) => email)).size;
  const upload = (
    <CsvDialog
      trigger={
        <Button variant="primary" icon={<FileUp aria-hidden="true" />}>
          {rows.length > 0 ? "Replace from CSV" : "Import CSV"}
        </Button>
      }
      title="Import the table of people"
      text={
        rows.length > 0
          ? `A column called e-mail and one for each attribute. It replaces the whole table with its ${countWords(people, "person", "people")}.`
          : "A column called e-mail and one for each attribute, such as region. Somebody with several values of one has several lines."
      }
      example={"e-mail,region\nvik@example.com,North"}
      confirmLabel={rows.length > 0 ? "Replace table" : "Import table"}
      run={(csv) => importAttributes({ csv })}
      doneWords={(applied) =>
        applied === 0
          ? "The table of people is empty now"
          : `The table of people holds ${countWords(applied, "value", "values")}`
      }
    />
  );
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<TableProperties />}
        title="Nothing is known about people here yet"
        text="With a table of people one rule serves everybody: “rows where Region is their region” shows each person their own. Import what a rule should compare with, such as region or cost centre."
        action={upload}
      />
    );
  return (
    <>
      <div data-print="no" className="flex flex-wrap items-center gap-3 px-6 py-3 max-narrow:px-4">
        {upload}
        <Button
          icon={<Download aria-hidden="true" />}
          onClick={() => saveText("people.csv", "text/csv;charset=utf-8", peopleCsv(rows))}
        >
          Download CSV
        </Button>
        <p className="min-w-0 text-pretty text-ink-3">
          About {countWords(people, "person", "people")}. Conditions of rules compare with it: “rows where
          Region is their region”.
        </p>
      </div>
      <Table label="What is known about people">
        <TableHead>
          <HeaderCell>Attribute</HeaderCell>
          <HeaderCell isNumeric>People</HeaderCell>
          <HeaderCell isNumeric hiddenBelow="narrow">
            Values
          </HeaderCell>
          <HeaderCell hiddenBelow="narrow">Such as</HeaderCell>
        </TableHead>
        <tbody>
          {lines.map(({ name, people: count, values }) => (
            <TableRow key={name}>
              <Cell className="font-strong">{name}</Cell>
              <Cell isNumeric>{count.toLocaleString("en")}</Cell>
              <Cell isNumeric hiddenBelow="narrow">
                {values.length.toLocaleString("en")}
              </Cell>
              <Cell hiddenBelow="narrow" className="w-[60%] max-w-0">
                <span className="block truncate text-ink-2">{values.slice(0, 6).join(", ")}</span>
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </>
  );
}

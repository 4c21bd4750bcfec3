import { ViaBadge } from "@/components/access/access-badge";
import { Cell, HeaderCell, RowActions, RowLink, Table, TableHead, TableRow } from "@/components/ui/table";
import type { SheetListLine } from "@/lib/sheets/answer";
import { RuleLink } from "./decision-answer";
import { UntilDate } from "./until-date";

interface ViewAsListProps {
  userId: string;
  name: string;
  sheets: readonly SheetListLine[];
  timeZone: string;
}

/** The sheets that rules give a person, each a look away. */
export function ViewAsList({ userId, name, sheets, timeZone }: ViewAsListProps) {
  return (
    <Table label={`Sheets that rules open to ${name}`}>
      <TableHead>
        <HeaderCell>Sheet</HeaderCell>
        <HeaderCell>How they reach it</HeaderCell>
        <HeaderCell>Rules</HeaderCell>
        <HeaderCell>Until</HeaderCell>
      </TableHead>
      <tbody>
        {sheets.map(({ id, name: sheetName, via, assumedNames, rules, expiresAt }) => (
          <TableRow key={id}>
            <Cell className="max-w-0 w-[40%]">
              <span className="block truncate">
                <RowLink href={`/admin/view-as/${userId}/${id}`}>{sheetName}</RowLink>
              </span>
            </Cell>
            <Cell>
              <ViaBadge via={via} as={assumedNames} isOther />
            </Cell>
            <Cell>
              <RowActions>
                {rules.map((rule) => (
                  <RuleLink key={rule} rule={rule} />
                ))}
              </RowActions>
            </Cell>
            <Cell isQuiet>{expiresAt ? <UntilDate at={expiresAt} timeZone={timeZone} /> : null}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

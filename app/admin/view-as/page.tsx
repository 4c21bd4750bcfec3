import { Users } from "lucide-react";
import type { Metadata } from "next";
import { AccessTabs } from "@/components/access/access-tabs";
import { PageHead } from "@/components/frame/page-head";
import { Person } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeaderCell, RowLink, Table, TableHead, TableRow } from "@/components/ui/table";
import { findChoices } from "@/lib/access/names";
import { requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "View as" };

/** Whom one can look as: everybody who signed in here. */
export default async function ViewAsPage() {
  await requireAdmin("access:view_as", "/admin/view-as");
  const { people } = await findChoices(services());
  return (
    <>
      <PageHead
        title="View as"
        text="choose whose view you want to see"
        actions={<AccessTabs current="view-as" />}
      />
      {people.length === 0 ? (
        <EmptyState
          icon={<Users />}
          title="Nobody has signed in yet"
          text="People stand here once they have signed in for the first time."
        />
      ) : (
        <Table label="People who signed in here">
          <TableHead>
            <HeaderCell>Person</HeaderCell>
            <HeaderCell>E-mail</HeaderCell>
          </TableHead>
          <tbody>
            {people.map(({ id, name, email }) => (
              <TableRow key={id}>
                <Cell>
                  <RowLink href={`/admin/view-as/${id}`}>
                    <Person name={name} />
                  </RowLink>
                </Cell>
                <Cell isQuiet>{email}</Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

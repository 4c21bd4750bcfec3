import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "@/components/frame/page-head";
import { ImportGuide } from "@/components/rules/import-guide";
import { ImportRules } from "@/components/rules/import-rules";
import { requireAdmin } from "@/lib/auth/loaders";
import { dayIn } from "@/lib/clock";
import { services } from "@/lib/services";
import { ruleNames } from "../rule-names";

export const metadata: Metadata = { title: "Import rules" };

/** Many rules from a spreadsheet: read, tried line by line, and saved only then. */
export default async function ImportRulesPage() {
  const viewer = await requireAdmin("rule:import", "/admin/rules/import");
  const { connections, clock, env } = services();
  const [first] = await connections.list();
  return (
    <>
      <PageHead
        back={
          <Link href="/admin/rules" prefetch={false} className="no-underline hover:underline">
            Rules
          </Link>
        }
        title="Import rules"
        text="Nothing is allowed until you save"
      />
      <ImportGuide lastDay={`${dayIn(env.timeZone, clock.now()).slice(0, 4)}-12-31`} />
      <ImportRules names={await ruleNames(viewer, first ? [first.id] : [])} timeZone={env.timeZone} />
    </>
  );
}

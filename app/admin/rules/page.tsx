import { KeyRound, ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { PageHead } from "@/components/frame/page-head";
import { entryOf } from "@/components/rules/list-entry";
import { RuleList } from "@/components/rules/rule-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/auth/loaders";
import { dayIn } from "@/lib/clock";
import { services } from "@/lib/services";
import { ruleNames } from "./rule-names";

export const metadata: Metadata = { title: "Rules" };

const NewRule = () => (
  <>
    <ButtonLink href="/admin/rules/import">Import</ButtonLink>
    <ButtonLink href="/admin/rules/new" variant="primary">
      New rule
    </ButtonLink>
  </>
);

export default async function RulesPage() {
  const viewer = await requireAdmin("rule:list", "/admin/rules");
  const { rules, connections, pauses, clock, env } = services();
  const [list, known, stopped] = await Promise.all([rules.list(), connections.list(), pauses.list()]);
  const used = new Set(list.flatMap(({ delegation, lookup }) => (delegation ?? lookup)?.connectionId ?? []));
  const names = await ruleNames(
    viewer,
    known.map(({ id }) => id).filter((id, place) => used.has(id) || place === 0),
  );
  const paused = new Set(stopped.flatMap(({ kind, target }) => (kind === "rule" ? target : [])));
  const inForce = list.filter(({ state }) => state === "active").length;
  return (
    <>
      <PageHead
        title="Rules"
        text={list.length === 0 ? null : `${inForce} in force`}
        actions={known.length === 0 && list.length === 0 ? null : <NewRule />}
      />
      {list.length > 0 ? (
        <RuleList
          entries={list.map((rule) => entryOf(rule, names, env.timeZone, paused))}
          timeZone={env.timeZone}
          today={dayIn(env.timeZone, clock.now())}
        />
      ) : known.length === 0 ? (
        <EmptyState
          icon={<KeyRound />}
          title="First a connection, then rules"
          text="A rule reads sheets through a connection: an administrator's Smartsheet token, kept sealed on the server."
          action={
            <ButtonLink href="/admin/connections" variant="primary">
              Go to Connections
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          icon={<ScrollText />}
          title="No rules yet"
          text="A rule is one sentence: who may read which sheet as whom, which columns and rows, and until when. Nothing is open until you write one."
          action={<NewRule />}
        />
      )}
    </>
  );
}

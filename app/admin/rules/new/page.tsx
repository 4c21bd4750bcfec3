import type { Metadata } from "next";
import { RuleForm } from "@/components/rules/rule-form";
import { requireAdmin } from "@/lib/auth/loaders";
import { dayIn } from "@/lib/clock";
import { services } from "@/lib/services";
import { ruleNames } from "../rule-names";

export const metadata: Metadata = { title: "New rule" };

interface Props {
  searchParams: Promise<{ from?: string | string[] }>;
}

/** A new rule, empty or begun with the words of another. */
export default async function NewRulePage({ searchParams }: Props) {
  const viewer = await requireAdmin("rule:create", "/admin/rules/new");
  const { from } = await searchParams;
  const { rules, connections, clock, env } = services();
  const [known, found] = await Promise.all([
    connections.list(),
    typeof from === "string" ? rules.find(from) : null,
  ]);
  const model = found?.ok && found.value.state !== "unreadable" ? found.value : null;
  const seenAs = model?.delegation ?? model?.lookup;
  return (
    <RuleForm
      key={model?.id ?? "new"}
      rule={null}
      from={model}
      names={await ruleNames(viewer, seenAs ? [seenAs.connectionId] : [])}
      connections={known.map(({ id, name }) => ({ id, name }))}
      timeZone={env.timeZone}
      today={dayIn(env.timeZone, clock.now())}
    />
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PauseControl } from "@/components/pauses/pause-control";
import { pauseOf } from "@/components/pauses/pause-words";
import { stepsOf } from "@/components/rules/changes";
import { ReadOnlyRule } from "@/components/rules/read-only-rule";
import { RuleForm } from "@/components/rules/rule-form";
import { RuleHistory } from "@/components/rules/rule-history";
import { requireAdmin } from "@/lib/auth/loaders";
import { dayIn } from "@/lib/clock";
import { services } from "@/lib/services";
import { ruleNames } from "../rule-names";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Rule ${(await params).id}` };
}

/** One rule: its sentence to change, or to read once it has ended, and how it came to be. */
export default async function RulePage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireAdmin("rule:list", `/admin/rules/${encodeURIComponent(id)}`);
  const { rules, connections, pauses, clock, env } = services();
  const [found, history] = await Promise.all([rules.find(id), rules.history(id)]);
  if (!found.ok || !history.ok) notFound();
  const rule = found.value;
  const known = (await connections.list()).map(({ id: connectionId, name }) => ({ id: connectionId, name }));
  const { timeZone } = env;
  const asked = (rule.delegation ?? rule.lookup)?.connectionId ?? known[0]?.id;
  const names = await ruleNames(viewer, asked && known.some((each) => each.id === asked) ? [asked] : []);
  const shared = { rule, names, connections: known, timeZone };
  // A forbid is never paused: that would open something.
  const pause =
    rule.effect === "permit" ? (
      <PauseControl
        what={{ kind: "rule", target: rule.id }}
        name={`rule ${rule.id}`}
        pause={pauseOf(await pauses.list(), "rule", rule.id)}
      />
    ) : null;
  return (
    <>
      {rule.state === "ended" || rule.state === "unreadable" ? (
        <ReadOnlyRule {...shared} />
      ) : (
        <RuleForm key={rule.version} {...shared} today={dayIn(timeZone, clock.now())} pause={pause} />
      )}
      <RuleHistory steps={stepsOf(history.value, { names, connections: known, timeZone })} names={names} />
    </>
  );
}

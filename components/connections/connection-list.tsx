import { PauseControl } from "@/components/pauses/pause-control";
import { pauseOf } from "@/components/pauses/pause-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TokenState } from "@/lib/broker/schema";
import type { ConnectionAnswer } from "@/lib/connections/schema";
import type { PauseAnswer } from "@/lib/pauses/schema";
import { checkWords } from "./check-words";
import { ConnectionActions } from "./connection-actions";
import { QuotaGauge } from "./quota-gauge";

/** One entry for each connection, the same order as the rules choose from: the first is the default. */
export function ConnectionList({
  connections,
  pauses,
  quotas,
}: {
  connections: readonly ConnectionAnswer[];
  pauses: readonly PauseAnswer[];
  /** How each token stands, by connection. */
  quotas: ReadonlyMap<string, TokenState>;
}) {
  return (
    <ul className="border-t border-line">
      {connections.map((connection) => (
        <ConnectionEntry
          key={connection.id}
          connection={connection}
          pause={pauseOf(pauses, "connection", connection.id)}
          quota={quotas.get(connection.id)}
        />
      ))}
    </ul>
  );
}

interface ConnectionEntryProps {
  connection: ConnectionAnswer;
  pause: PauseAnswer | null;
  quota: TokenState | undefined;
}

function ConnectionEntry({ connection, pause, quota }: ConnectionEntryProps) {
  const { id, name, check, ruleCount, tokenSetAt, createdBy, settings } = connection;
  const { words, tone, icon: Icon } = checkWords(check?.state);
  return (
    <li className="flex flex-wrap items-start gap-x-8 gap-y-3 border-b border-line px-6 py-4 max-narrow:px-4">
      <div className="min-w-0 flex-1 basis-[440px]">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="text-l font-semibold">{name}</h2>
          <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
            {words}
          </Badge>
        </div>
        {check?.identity ? (
          <p className="mt-1.5 flex items-center gap-[7px]">
            <Avatar name={check.identity.name} size="s" />
            <span className="min-w-0 truncate">
              {check.identity.name} <span className="text-ink-3">{check.identity.email}</span>
            </span>
          </p>
        ) : null}
        <p className="mt-1.5 max-w-[70ch] text-pretty text-ink-2">
          {check ? check.finding : "Nobody has checked yet whether this token works."}
        </p>
        {check?.advice ? <p className="mt-1 max-w-[70ch] text-pretty">{check.advice}</p> : null}
        {quota ? <QuotaGauge state={quota} /> : null}
        <dl className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-s text-ink-3 [&_dt]:inline [&_dd]:inline">
          <Fact label="Used by">{ruleCount === 1 ? "1 rule" : `${ruleCount} rules`}</Fact>
          <Fact label="Checked">{check ? <RelativeTime at={check.at} /> : "never"}</Fact>
          <Fact label="Token set">
            <RelativeTime at={tokenSetAt} />
          </Fact>
          <Fact label="Added by">{createdBy}</Fact>
          <Fact label="Number">{id}</Fact>
        </dl>
      </div>
      <div data-print="no" className="flex flex-wrap items-center gap-2">
        <PauseControl what={{ kind: "connection", target: id }} name={name} pause={pause} />
        <ConnectionActions {...{ id, name, ruleCount, settings }} />
      </div>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="tabular-nums">
      <dt>{label} </dt>
      <dd className="text-ink-2">{children}</dd>
    </div>
  );
}

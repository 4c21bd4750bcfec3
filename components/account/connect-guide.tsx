import { CopyField } from "@/components/ui/copy-field";

const settings = [
  ["SMARTSHEET_CLIENT_ID", "The app's client id. With it the demo ends."],
  ["SMARTSHEET_CLIENT_SECRET", "The app's secret, shown beside the id."],
  ["SMARTSHEET_REGION", "us, eu, au or gov: where your plan lives."],
  ["NEXTAUTH_URL", "The address people type, with https."],
  ["NEXTAUTH_SECRET", "At least 32 bytes: openssl rand -base64 32"],
  ["MASTER_KEY", "32 bytes in base64: openssl rand -base64 32"],
  ["ADMIN_EMAILS", "Who may write rules."],
  ["SIGN_IN_ALLOW", "Who may sign in: domains or addresses. Without it, the administrators' domains."],
] as const;

/** For the demo: the way to real data, step by step. */
export function ConnectGuide({ callbackUrl }: { callbackUrl: string }) {
  return (
    <ol className="flex flex-col gap-4">
      <Step number={1} title="Register an app in Smartsheet">
        <p>
          In Smartsheet open Account, Developer Tools, and create an app. Give it this address as its redirect
          URL, with your own host in front:
        </p>
        <div className="mt-2 max-w-[460px]">
          <CopyField label="Redirect URL" value={callbackUrl} />
        </div>
      </Step>
      <Step number={2} title="Write the settings">
        <p>Put them into the environment, or into the file .env beside the program.</p>
        <dl className="mt-2 grid gap-x-4 gap-y-1.5 max-narrow:gap-y-0 narrow:grid-cols-[auto_1fr]">
          {settings.map(([name, words]) => (
            <div key={name} className="contents">
              <dt className="font-mono text-s text-ink">{name}</dt>
              <dd className="text-ink-2 max-narrow:mb-2">{words}</dd>
            </div>
          ))}
        </dl>
      </Step>
      <Step number={3} title="Start again, and sign in as an administrator">
        <p>
          Then add a connection under Administration: the token of a System Admin, with which rules read for
          others. Nothing of the demo is carried over. The README says more, under "Connect Smartsheet".
        </p>
      </Step>
    </ol>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="grid size-5 flex-none place-items-center rounded-full bg-sunken text-xs font-semibold text-ink-2 tabular-nums"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">{title}</h3>
        <div className="mt-0.5 text-ink-2">{children}</div>
      </div>
    </li>
  );
}

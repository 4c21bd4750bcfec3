import { Check } from "lucide-react";
import Link from "next/link";
import { Brand } from "@/components/frame/brand-mark";
import { Avatar } from "@/components/ui/avatar";
import { Notice } from "@/components/ui/notice";
import { PassDrawing } from "./pass-drawing";
import { scopeWords } from "./scope-words";
import { SignInButton } from "./sign-in-button";
import { signInProblem } from "./sign-in-errors";

interface SignInProps {
  /** A code from the address, when a sign-in came back without one. */
  error?: string;
  returnTo: string;
  isDemo: boolean;
  scopes: readonly string[];
  /** Set when somebody signed in came to sign in once more. */
  viewerName?: string;
}

/** The page is a pass itself: a stub with the drawing, a perforation, and what one does with it. */
export function SignIn({ error, returnTo, isDemo, scopes, viewerName }: SignInProps) {
  const problem = error === undefined ? null : signInProblem(error);
  return (
    <main className="grid min-h-dvh place-items-center p-4 narrow:p-6">
      <div className="relative grid w-full max-w-[820px] overflow-hidden rounded-panel border border-line-strong bg-surface max-[820px]:max-w-[420px] min-[821px]:grid-cols-[330px_1fr]">
        <div className="grid place-items-center bg-sunken px-8 py-6 max-[820px]:px-14 max-[820px]:py-4">
          <PassDrawing className="w-full max-[820px]:max-w-[220px]" />
        </div>
        <div className="relative flex flex-col gap-4 border-line-strong px-8 py-8 max-[820px]:border-t max-[820px]:border-dashed max-[820px]:px-6 min-[821px]:border-l min-[821px]:border-dashed">
          <Notch className="-top-2.5 -left-2.5" />
          <Notch className="-bottom-2.5 -left-2.5 max-[820px]:-top-2.5 max-[820px]:-right-2.5 max-[820px]:bottom-auto max-[820px]:left-auto" />
          <Brand size="l" />
          <div>
            <h1 className="text-l font-semibold">Sign in</h1>
            <p className="mt-1 text-pretty text-ink-2">
              Sheetpass shows you your own Smartsheet sheets, and the parts of others that an administrator
              opened to you.
            </p>
          </div>
          {problem ? (
            <Notice tone={problem.canRetry ? "warning" : "danger"} role="alert">
              <b>{problem.title}</b> {problem.text}
            </Notice>
          ) : null}
          {viewerName && !problem ? <AgainNotice name={viewerName} returnTo={returnTo} /> : null}
          <SignInButton returnTo={returnTo} />
          <Asked scopes={scopes} />
          {isDemo ? <DemoCast /> : null}
        </div>
      </div>
    </main>
  );
}

/** A half circle bitten out of the edge; the card clips the other half. */
function Notch({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute size-5 rounded-full border border-line-strong bg-ground ${className}`}
    />
  );
}

function AgainNotice({ name, returnTo }: { name: string; returnTo: string }) {
  return (
    <Notice
      action={
        <Link href={returnTo} prefetch={false}>
          Go back
        </Link>
      }
    >
      You are signed in as <b>{name}</b>. Sign in once more to connect again; you come back to where you were.
    </Notice>
  );
}

function Asked({ scopes }: { scopes: readonly string[] }) {
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="text-s font-medium text-ink-3">
        What Smartsheet asks you to allow
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1">
        {["See your name and e-mail address", ...scopeWords(scopes)].map((line) => (
          <li key={line} className="flex items-start gap-2">
            <Check className="mt-[3px] size-3.5 flex-none text-own" aria-hidden="true" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-s text-ink-3">
        Sheetpass never changes a sheet. You can disconnect at any time.
      </p>
    </section>
  );
}

const cast = [
  { name: "Ada Admin", does: "writes the rules" },
  { name: "Vik Viewer", does: "reads under them" },
];

function DemoCast() {
  return (
    <section aria-labelledby="demo" className="border-t border-line pt-4">
      <h2 id="demo" className="text-s font-medium text-ink-3">
        Demo with made-up data: choose who you are on the next page
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {cast.map(({ name, does }) => (
          <li key={name} className="flex items-center gap-2">
            <Avatar name={name} />
            <span>
              <span className="font-strong">{name}</span> <span className="text-ink-3">{does}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { type ReactNode, Suspense } from "react";
import { DemoLine } from "./demo-line";
import { FrameNav, type FrameNavProps } from "./frame-nav";

interface AppFrameProps extends FrameNavProps {
  /** Shows the demo line, leading to where a real account is connected. */
  demo?: boolean;
  demoHref?: string;
  /** Bars over every page: paused by an administrator, offline. */
  notices?: ReactNode;
  children: ReactNode;
}

/**
 * What stands around every signed-in page. A page is as tall as its content, unless it holds a `FillPage`: then it is
 * exactly as tall as the window and scrolls inside.
 */
export function AppFrame({ demo, demoHref = "/account#connect", notices, children, ...nav }: AppFrameProps) {
  return (
    <div data-frame="" className="flex min-h-dvh">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-control bg-accent px-3 py-2 font-medium text-accent-ink no-underline focus:translate-y-0"
      >
        Skip to the content
      </a>
      <Suspense
        fallback={
          <div className="w-[208px] flex-none border-r border-line max-wide:w-14 max-narrow:hidden" />
        }
      >
        <FrameNav {...nav} />
      </Suspense>
      <main
        id="main"
        tabIndex={-1}
        className="flex min-h-dvh min-w-0 flex-1 flex-col outline-none has-[[data-fill]]:h-dvh max-narrow:pb-[calc(56px+env(safe-area-inset-bottom))] print:block print:h-auto!"
      >
        {demo ? <DemoLine href={demoHref} /> : null}
        {notices}
        {children}
      </main>
    </div>
  );
}

/** A page that takes the window's height and scrolls inside: the sheet. */
export function FillPage({ children }: { children: ReactNode }) {
  return (
    <div data-fill="" className="flex min-h-0 flex-1 flex-col print:block">
      {children}
    </div>
  );
}

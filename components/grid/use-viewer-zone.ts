import { useSyncExternalStore } from "react";

const never = () => () => {};
const serverZone = () => "UTC";

/** The browser's zone, asked once: the first `Intl` object costs tens of milliseconds and this is read on every render. */
let browserZone: string | undefined;

function ownZone(): string {
  browserZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return browserZone;
}

/** The zone of the viewer's machine. The server cannot know it, so the first paint says UTC and then corrects itself. */
export function useViewerZone(timeZone: string | undefined): string {
  const given = () => timeZone ?? "UTC";
  return useSyncExternalStore(never, timeZone ? given : ownZone, timeZone ? given : serverZone);
}

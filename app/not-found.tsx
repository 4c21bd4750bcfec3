import { DemoLine } from "@/components/frame/demo-line";
import { NothingHere } from "@/components/sheets/nothing-here";
import { findViewer } from "@/lib/auth/loaders";
import { administrators } from "@/lib/frame/loaders";
import { services } from "@/lib/services";

/** An address of no page. Administrators' addresses are for people who are signed in. */
export default async function NotFound() {
  const isSignedIn = (await findViewer()) !== null;
  return (
    <main>
      {services().env.isDemo ? <DemoLine /> : null}
      <NothingHere isSignedIn={isSignedIn} administrators={isSignedIn ? administrators() : []} />
    </main>
  );
}

import { NothingHere } from "@/components/sheets/nothing-here";
import { findViewer } from "@/lib/auth/loaders";
import { administrators } from "@/lib/frame/loaders";

/** An address of no page. Administrators' addresses are for people who are signed in. */
export default async function NotFound() {
  const isSignedIn = (await findViewer()) !== null;
  return (
    <main>
      <NothingHere isSignedIn={isSignedIn} administrators={isSignedIn ? administrators() : []} />
    </main>
  );
}

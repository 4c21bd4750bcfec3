import { NothingHere } from "@/components/sheets/nothing-here";
import { findViewer } from "@/lib/auth/loaders";
import { administrators } from "@/lib/frame/loaders";

/** Inside the frame, so that the way on stays in sight. */
export default async function NotFound() {
  const isSignedIn = (await findViewer()) !== null;
  return <NothingHere isSignedIn={isSignedIn} administrators={isSignedIn ? administrators() : []} />;
}

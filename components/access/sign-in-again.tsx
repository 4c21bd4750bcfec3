import { ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** A look at rows as somebody else needs a recent sign-in; the way there and back. */
export function SignInAgain({ path }: { path: string }) {
  return (
    <ErrorState
      title="Sign in again to look as somebody else"
      why="To see rows as another person you need a sign-in of the last 15 minutes."
      whatNow="You come back here afterwards."
      action={
        <ButtonLink href={`/?again=1&to=${encodeURIComponent(path)}`} variant="primary" isPlain>
          Sign in again
        </ButtonLink>
      }
    />
  );
}

import { Button, ButtonLink } from "@/components/ui/button";

interface SignInDoorProps {
  /** Where to come back to. */
  path: string;
  isBusy: boolean;
  onRetry: () => void;
}

/** First rows wait for a sign-in of the last minutes; it happens in a new tab, so nothing written here is lost. */
export function SignInDoor({ path, isBusy, onRetry }: SignInDoorProps) {
  return (
    <>
      <p className="max-w-80 text-pretty text-ink-2">
        The first rows are shown for 15 minutes after a sign-in. Sign in again in a new tab; what you wrote
        stays here.
      </p>
      <span className="flex flex-wrap gap-2">
        <ButtonLink
          isPlain
          href={`/?again=1&to=${encodeURIComponent(path)}`}
          target="_blank"
          rel="noopener"
          size="s"
        >
          Sign in again
        </ButtonLink>
        <Button size="s" variant="quiet" onClick={onRetry} isBusy={isBusy}>
          Try again
        </Button>
      </span>
    </>
  );
}

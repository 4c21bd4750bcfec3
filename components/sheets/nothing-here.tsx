import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AskWhom } from "./ask-whom";

interface NothingHereProps {
  isSignedIn: boolean;
  administrators: readonly string[];
}

/** Not there and not allowed look alike (I06): one page for both, with whom to ask. */
export function NothingHere({ isSignedIn, administrators }: NothingHereProps) {
  return (
    <div className="grid min-h-[70dvh] flex-1 place-items-center">
      {isSignedIn ? (
        <EmptyState
          icon={<Compass aria-hidden="true" />}
          title="There is nothing here for you"
          text={
            <>
              Check the address. <AskWhom administrators={administrators} />
            </>
          }
          action={
            <ButtonLink href="/sheets" variant="primary">
              Your sheets
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          icon={<Compass aria-hidden="true" />}
          title="There is nothing here"
          text="Check the address, or sign in to see the sheets open to you."
          action={
            <ButtonLink href="/" variant="primary">
              Sign in
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}

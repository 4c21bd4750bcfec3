import { Compass } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { AskWhom } from "./ask-whom";

interface NothingHereProps {
  isSignedIn: boolean;
  administrators: readonly string[];
}

/**
 * Not there and not allowed look alike (I06): one page for both, with whom to ask. Plain links: it stands by on every
 * page, and takes no script along.
 */
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
            <a href="/sheets" className={buttonClass("primary", "m")}>
              Your sheets
            </a>
          }
        />
      ) : (
        <EmptyState
          icon={<Compass aria-hidden="true" />}
          title="There is nothing here"
          text="Check the address, or sign in to see the sheets open to you."
          action={
            <a href="/" className={buttonClass("primary", "m")}>
              Sign in
            </a>
          }
        />
      )}
    </div>
  );
}
